package org.supervision.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses a robot may have. */
class RobotAddressPolicyTests {

    private final RobotAddressPolicy policy =
            new RobotAddressPolicy(List.of("https://robots.example", "http://relay.example:8080"));

    @ParameterizedTest
    @CsvSource({
        "https://robots.example/cgi-bin/webhook/send?key=1, true",
        "https://ROBOTS.example:443/send, true",
        "http://relay.example:8080/send, true",
        "http://robots.example/send, false",
        "https://robots.example:8443/send, false",
        "https://robots.example@127.0.0.1/send, false",
        "https://user@robots.example/send, false",
        "https://robots.example.evil.example/send, false",
        "https://127.0.0.1/send, false",
        "file:///etc/passwd, false",
        "//robots.example/send, false",
        "robots.example, false",
        "https://robots.example/a b, false",
    })
    void leadsToNamedServersOnly(String address, boolean allowed) {
        assertThat(policy.allows(address)).isEqualTo(allowed);
    }

    @Test
    void withoutNamedServersNothingIsAllowed() {
        assertThat(new RobotAddressPolicy(List.of()).allows("https://robots.example/send"))
                .isFalse();
    }

    @Test
    void aMistakeInTheConfigurationStopsTheStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RobotAddressPolicy(List.of("robots.example")));
    }
}
