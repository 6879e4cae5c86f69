package org.supervision.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.identity.Accounts;

/** Passwords are kept slowly hashed, those of before are understood and kept anew when they are used. */
@ApplicationTest
class SlowHashTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theSamePasswordIsKeptAnotherWayEachTimeAndOnlyItMatches() {
        SlowHash hash = new SlowHash(10);

        String kept = hash.encrypt("demo-2024");

        assertThat(kept).startsWith("10:").isNotEqualTo(hash.encrypt("demo-2024"));
        assertThat(hash.check("demo-2024", kept)).isTrue();
        assertThat(hash.check("demo-2025", kept)).isFalse();
        assertThat(new SlowHash(99).check("demo-2024", kept))
                .as("after more rounds were asked for")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "10:AAAA", "a:b:c:d"})
    void whatIsNoHashMatchesNothing(String kept) {
        assertThat(new SlowHash(10).check("", kept)).isFalse();
    }

    @Test
    void theApplicationAsksForSixHundredThousandRounds() throws Exception {
        assertThat(new YamlPropertySourceLoader()
                        .load("main", new ClassPathResource("application.yaml"))
                        .get(0)
                        .getProperty("supervision.identity.password-rounds"))
                .isEqualTo(600_000);
    }

    @Test
    void passwordsAreKeptThatWay() {
        assertThat(kept(cities.create().officer())).startsWith("{PBKDF2-SHA256}");
    }

    @Test
    void onesOfBeforeAreUnderstoodAndKeptAnewWhenTheyAreUsed() {
        String officer = cities.create().officer();
        UserEntity user = new UserEntity(officer);
        user.setSalt("c2FsdA==");
        jdbc.sql("update act_id_user set pwd_ = ?, salt_ = ? where id_ = ?")
                .params("{SHA-512}" + new Sha512HashDigest().encrypt("older" + user.getSalt()), user.getSalt(), officer)
                .update();

        assertThat(accounts.passwordMatches(officer, "demo")).isFalse();
        assertThat(kept(officer)).startsWith("{SHA-512}");
        assertThat(accounts.passwordMatches(officer, "older")).isTrue();

        assertThat(kept(officer)).startsWith("{PBKDF2-SHA256}");
        assertThat(accounts.passwordMatches(officer, "older")).isTrue();
        assertThat(accounts.passwordMatches(officer, "demo")).isFalse();
    }

    private String kept(String username) {
        return jdbc.sql("select pwd_ from act_id_user where id_ = ?")
                .param(username)
                .query(String.class)
                .single();
    }
}
