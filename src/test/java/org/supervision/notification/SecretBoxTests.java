package org.supervision.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets are kept so that only the application, with its key, reads them. */
class SecretBoxTests {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private static String otherKey() {
        byte[] other = new byte[32];
        other[0] = 1;
        return Base64.getEncoder().encodeToString(other);
    }

    private final SecretBox box = new SecretBox(KEY);

    @Test
    void whatIsKeptSaysNothingAndOpens() {
        String kept = box.close("SEC-planted", "wuhu");

        assertThat(kept).startsWith("{aes-gcm}").doesNotContain("SEC");
        assertThat(kept).as("the same twice").isNotEqualTo(box.close("SEC-planted", "wuhu"));
        assertThat(box.open(kept, "wuhu")).isEqualTo("SEC-planted");
    }

    @Test
    void itOpensForItsOwnerWithItsKeyUnchangedOnly() {
        String kept = box.close("SEC-planted", "wuhu");

        assertThatThrownBy(() -> box.open(kept, "hefei")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new SecretBox(otherKey()).open(kept, "wuhu"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new SecretBox("").open(kept, "wuhu")).isInstanceOf(IllegalStateException.class);
        char[] changed = kept.toCharArray();
        changed[30] = changed[30] == 'A' ? 'B' : 'A';
        assertThatThrownBy(() -> box.open(new String(changed), "wuhu")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasKeptBeforeThereWasAKeyIsRead() {
        assertThat(box.open("SEC-old", "wuhu")).isEqualTo("SEC-old");
        assertThat(new SecretBox("").close("SEC-old", "wuhu")).isEqualTo("SEC-old");
        assertThat(box.close(null, "wuhu")).isNull();
        assertThat(box.open(null, "wuhu")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "not base64 at all!", "AAAA"})
    void aKeyThatIsNoneStopsTheStartWithoutTellingIt(String key) {
        assertThatThrownBy(() -> new SecretBox(key))
                .hasMessageNotContaining(key)
                .hasMessageContaining("32 bytes");
    }
}
