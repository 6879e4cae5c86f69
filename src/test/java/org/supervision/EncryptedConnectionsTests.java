package org.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

/** In production nothing leaves the machine unencrypted that nobody has allowed by name. */
class EncryptedConnectionsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spring.datasource.url=jdbc:postgresql://localhost:5432/supervision |",
                "spring.datasource.url=jdbc:postgresql://127.0.0.1/supervision |",
                "spring.datasource.url=jdbc:postgresql:supervision |",
                "spring.datasource.url=jdbc:postgresql://db.example/supervision | database",
                "spring.datasource.url=jdbc:postgresql://localhost,db.example/supervision | database",
                "spring.datasource.url=jdbc:postgresql://db.example/supervision?sslmode=require | database",
                "spring.datasource.url=jdbc:postgresql://db.example/supervision?sslmode=verify-full |",
                "spring.datasource.url=jdbc:postgresql://db.example/x?a=b&sslmode=verify-full&sslrootcert=/c.pem |",
                "spring.flyway.url=jdbc:postgresql://db.example/supervision | database",
                "spring.datasource.url=jdbc:postgresql://db.example/x; supervision.unencrypted=mail,database |",
                "supervision.keycloak.issuer=https://auth.example/realms/supervision |",
                "supervision.keycloak.issuer=http://auth.example/realms/supervision | keycloak",
                "supervision.keycloak.issuer=http://127.0.0.1:8180/realms/supervision |",
                "supervision.keycloak.issuer=http://127.0.0.1.evil.example/realms/supervision | keycloak",
                "supervision.keycloak.inner-address=http://keycloak:8080/realms/supervision | keycloak",
                "spring.mail.host=mail.example |",
                "spring.mail.host=mail.example; spring.mail.properties.mail.smtp.starttls.required=false | mail",
                "spring.mail.host=127.0.0.1; spring.mail.properties.mail.smtp.starttls.required=false |",
                "supervision.notification.robot-origins=https://robots.example |",
                "supervision.notification.robot-origins=https://robots.example,http://robots.example | robots",
                "supervision.audit.syslog.host=log.example | syslog",
                "supervision.audit.syslog.host=localhost |",
                "supervision.scanner.host=127.0.0.1 |",
                "supervision.scanner.host=scanner.example | scanner",
            })
    void whatGoesToOtherMachinesIsEncryptedOrAllowedByName(String settings, String open) {
        assertThat(EncryptedConnections.unencrypted(with(settings)).stream()
                        .map(each -> each.substring(0, each.indexOf(' '))))
                .containsExactlyElementsOf(open == null ? List.of() : List.of(open));
    }

    @Test
    void nothingStartsOtherwiseAndWhatToDoIsSaid() {
        EncryptedConnections check = new EncryptedConnections();
        check.setEnvironment(with("spring.datasource.url=jdbc:postgresql://db.example/x"));

        assertThatThrownBy(() -> check.postProcessBeanFactory(new DefaultListableBeanFactory()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("database")
                .hasMessageContaining("sslmode=verify-full")
                .hasMessageContaining("SUPERVISION_UNENCRYPTED");
    }

    /** As the application comes, with these settings of an operator. */
    private static MockEnvironment with(String settings) {
        YamlPropertiesFactoryBean shipped = new YamlPropertiesFactoryBean();
        shipped.setResources(new ClassPathResource("application.yaml"));
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles("keycloak");
        environment.getPropertySources().addLast(new PropertiesPropertySource("shipped", shipped.getObject()));
        Arrays.stream(settings.split(";"))
                .map(each -> each.strip().split("=", 2))
                .forEach(each -> environment.setProperty(each[0], each[1]));
        return environment;
    }
}
