package org.supervision.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supervision.shared.DomainException;

/** Which passwords people may choose: any signs, none that others try first. */
class PasswordPolicyTests {

    private static final List<String> OWN =
            List.of("wuhu-u012-liaison", "王小明", "wuhu", "wuhu-u012", "芜湖市", "市发展和改革委员会");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lotus anvil quarz",
                "xkqjwzpv",
                "kuaile-de-da-xiang-zou-lu",
                "山高水长风吹麦浪",
                "7391 0462 8851 3",
                "correct horse battery",
                "Tr7!vQ9z"
            })
    void whatIsHardToGuessIsTakenWhateverItsSigns(String password) {
        assertThat(PasswordPolicy.chosen(password, OWN)).isEqualTo(password);
    }

    @ParameterizedTest
    @CsvSource({
        "password, password-common",
        "PassWord1, password-common",
        "1234567890, password-common",
        "qwertyuiop, password-common",
        "iloveyou, password-common",
        "administrator, password-common",
        "bangongshi, password-common",
        "wuhu-u012-liaison, password-weak",
        "liaison2026, password-weak",
        "wuhu2026, password-weak",
        "Wuhu@2026, password-weak",
        "wuhu-u012-2026, password-weak",
        "supervision1, password-weak",
        "Supervision@2026, password-weak",
        "duchaduban2026, password-weak",
        "shizhengfu123, password-weak",
        "市发展和改革委员会, password-weak",
        "王小明20260101, password-weak",
        "qazwsxedcrfv, password-common",
        "aaaaaaaaaaaa, password-weak",
        "abcabcabcabc, password-weak",
        "20260101, password-weak",
        "P@ssw0rd2026, password-weak",
        "19871123, password-weak",
        "short-1, password",
        "'', password",
    })
    void whatOthersTryFirstIsRefusedWithAReason(String password, String reason) {
        assertThatThrownBy(() -> PasswordPolicy.chosen(password, OWN))
                .isInstanceOfSatisfying(DomainException.class, refusal -> assertThat(refusal.fieldErrors())
                        .singleElement()
                        .satisfies(error -> {
                            assertThat(error.field()).isEqualTo("password");
                            assertThat(error.code()).isEqualTo("identity.error." + reason);
                        }));
    }

    @Test
    void aHundredSignsAreTakenAndMoreAreNotEvenLookedAt() {
        String words = "lotus anvil quarz ".repeat(6).substring(0, 100);
        assertThat(PasswordPolicy.chosen(words, OWN)).hasSize(100);
        assertThatThrownBy(() -> PasswordPolicy.chosen(words + "x", OWN)).isInstanceOf(DomainException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4@8({[<369&#!1/|0$57%2zx", "a1b2c3d4", "password", "20260101"})
    void whatIsMadeToBeLookedAtForLongIsNot(String part) {
        String password = part.repeat(100).substring(0, 100);
        Instant before = Instant.now();
        GuessablePasswords.isSoonGuessed(password, OWN);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void theListForKeycloakHoldsTheMostCommonOfItsLengthAndOurWords() {
        Set<String> list = PasswordBlacklist.passwords();

        assertThat(list).hasSizeBetween(30_000, 200_000);
        assertThat(list).allSatisfy(password -> assertThat(
                        password.equals(password.toLowerCase(java.util.Locale.ROOT)) && password.length() >= 10)
                .as(password)
                .isTrue());
        assertThat(list.stream().filter(password -> password.length() >= 12).count())
                .as("the realm asks for twelve signs")
                .isGreaterThan(10_000);
        assertThat(list)
                .contains("passwordpassword", "123456123456", "qwerty123456", "supervision2026", "administrator123")
                .doesNotContain("lotus anvil quarz", "correct horse battery");
    }
}
