package org.supervision;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Looks, before anything is connected to, whether all that goes to other machines is encrypted and meant for the server
 * that answers. What is not has to be allowed by name ({@code supervision.unencrypted}); otherwise nothing starts.
 */
@Component
@Profile("!demo")
class EncryptedConnections implements BeanFactoryPostProcessor, EnvironmentAware {

    /** {@code jdbc:postgresql://host:port,host2/database?sslmode=…}; without hosts it is this machine. */
    private static final Pattern DATABASE = Pattern.compile("jdbc:postgresql://(?<hosts>[^/?]*).*");

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        List<String> open = unencrypted(environment);
        if (!open.isEmpty()) {
            throw new IllegalStateException("Not encrypted: " + String.join("; ", open)
                    + ". Encrypt it, or allow it by name in supervision.unencrypted (SUPERVISION_UNENCRYPTED)");
        }
    }

    /** What is not encrypted and not allowed: its name and what would mend it. */
    static List<String> unencrypted(Environment environment) {
        Set<String> allowed = Set.copyOf(Binder.get(environment)
                .bind("supervision.unencrypted", Bindable.listOf(String.class))
                .orElse(List.of()));
        List<String> open = new ArrayList<>();
        if (!isEncryptedDatabase(environment, "spring.datasource.url")
                || !isEncryptedDatabase(environment, "spring.flyway.url")) {
            open.add("database (sslmode=verify-full in its address)");
        }
        if (environment.acceptsProfiles(Profiles.of("keycloak"))
                && !(isEncrypted(environment.getProperty("supervision.keycloak.issuer", ""))
                        && isEncrypted(environment.getProperty("supervision.keycloak.inner-address", "")))) {
            open.add("keycloak (https)");
        }
        if (!isHere(environment.getProperty("spring.mail.host", ""))
                && !is(environment, "spring.mail.properties.mail.smtp.starttls.required")
                && !is(environment, "spring.mail.properties.mail.smtp.ssl.enable")) {
            open.add("mail (mail.smtp.starttls.required or mail.smtp.ssl.enable)");
        }
        if (!Binder.get(environment)
                .bind("supervision.notification.robot-origins", Bindable.listOf(String.class))
                .orElse(List.of())
                .stream()
                .allMatch(EncryptedConnections::isEncrypted)) {
            open.add("robots (https)");
        }
        if (!isHere(environment.getProperty("supervision.audit.syslog.host", ""))) {
            open.add("syslog (a forwarder on this machine that sends on by TLS)");
        }
        if (!isHere(environment.getProperty("supervision.scanner.host", ""))) {
            open.add("scanner (one on this machine)");
        }
        open.removeIf(each -> allowed.contains(each.substring(0, each.indexOf(' '))));
        return open;
    }

    private static boolean is(Environment environment, String property) {
        return environment.getProperty(property, Boolean.class, false);
    }

    private static boolean isEncryptedDatabase(Environment environment, String property) {
        String address = environment.getProperty(property, "");
        Matcher remote = DATABASE.matcher(address);
        return !remote.matches()
                || address.matches(".*[?&]sslmode=verify-full(&.*)?")
                || Pattern.compile(",")
                        .splitAsStream(remote.group("hosts"))
                        .map(host -> host.replaceFirst(":\\d+$", ""))
                        .allMatch(EncryptedConnections::isHere);
    }

    /** Nothing is not spoken to. */
    private static boolean isEncrypted(String address) {
        return address.isBlank() || address.startsWith("https://") || isHere(host(address));
    }

    private static String host(String address) {
        try {
            String host = URI.create(address.strip()).getHost();
            return host == null ? address : host;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static boolean isHere(String host) {
        return host.isBlank()
                || host.equals("localhost")
                || host.equals("::1")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }
}
