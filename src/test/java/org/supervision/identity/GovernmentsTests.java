package org.supervision.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.shared.DomainException;

/** Governments are taken in once, under codes that fit into group paths and tenant ids. */
@ApplicationTest
class GovernmentsTests {

    @Autowired
    private Governments governments;

    @Test
    void aCreatedGovernmentIsFoundAndListed() {
        Government created = governments.create("govone", "  Government one ");

        assertThat(created).isEqualTo(new Government("govone", "Government one"));
        assertThat(governments.get("govone")).isEqualTo(created);
        assertThat(governments.all()).contains(created);
    }

    @Test
    void aCodeIsGivenOnce() {
        governments.create("govtwice", "First");

        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> governments.create("govtwice", "Second"))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(DomainException.Kind.CONFLICT));
        assertThat(governments.get("govtwice").name()).isEqualTo("First");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "x", "admin", "Wuhu", "wu-hu", "wu/hu", "1wuhu", "abcdefghijklmnopqrstu"})
    void aCodeThatFitsNoGroupPathIsRefused(String code) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> governments.create(code, "Name"))
                .satisfies(refusal ->
                        assertThat(refusal.fieldErrors().get(0).field()).isEqualTo("code"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "\t", "a\nb"})
    void aNameThatCannotBeReadIsRefused(String name) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> governments.create("govnameless", name))
                .satisfies(refusal ->
                        assertThat(refusal.fieldErrors().get(0).field()).isEqualTo("name"));
        assertThat(governments.find("govnameless")).isEmpty();
    }

    @Test
    void anUnknownGovernmentIsNotFound() {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> governments.get("govnowhere"))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(DomainException.Kind.NOT_FOUND));
    }
}
