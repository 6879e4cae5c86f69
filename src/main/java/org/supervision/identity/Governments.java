package org.supervision.identity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.shared.DomainException;

/** The governments of the installation. */
@Service
@Transactional
public class Governments {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]{1,19}");

    /** First segment of the group paths of the installation's administrators: no government may be called so. */
    private static final String ADMIN = "admin";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    Governments(JdbcClient jdbc, Accounts accounts, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.events = events;
    }

    /** Takes a government in and makes it known to the engine. */
    public Government create(@Nullable String code, @Nullable String name) {
        String checkedCode = RequiredText.of("code", code, 20);
        if (!CODE.matcher(checkedCode).matches() || checkedCode.equals(ADMIN)) {
            throw DomainException.invalidField("code", "identity.error.government-code");
        }
        Government government = new Government(checkedCode, RequiredText.of("name", name, 100));
        int created = jdbc.sql("insert into government (code, name) values (?, ?) on conflict do nothing")
                .params(government.code(), government.name())
                .update();
        if (created == 0) {
            throw new DomainException(
                    DomainException.Kind.CONFLICT, "identity.error.government-exists", government.code());
        }
        accounts.registerGovernment(government.code(), government.name());
        events.publishEvent(new GovernmentCreated(government.code(), government.name()));
        return government;
    }

    @Transactional(readOnly = true)
    public List<Government> all() {
        return jdbc.sql("select code, name from government order by code")
                .query(Government.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Government> find(String code) {
        return jdbc.sql("select code, name from government where code = ?")
                .param(code)
                .query(Government.class)
                .optional();
    }

    public Government get(String code) {
        return find(code).orElseThrow(() -> DomainException.notFound(code));
    }
}
