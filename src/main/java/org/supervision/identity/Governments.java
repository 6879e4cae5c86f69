package org.supervision.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final int LONGEST_PHONE = 40;

    /** Digits with what is written between them, an extension or a second number. */
    private static final Pattern PHONE =
            Pattern.compile("(?=.{1," + LONGEST_PHONE + "}$)(?=(.*\\d){3})[\\p{L}\\p{P}\\d +]+");

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

    /** Telephone of its supervision office, as everybody may read it; empty while none is known. */
    @Transactional(readOnly = true)
    public Optional<String> supervisionPhone(String code) {
        return jdbc.sql("select supervision_phone from government where code = ? and supervision_phone is not null")
                .param(code)
                .query(String.class)
                .optional();
    }

    /** The same of all that have one, by code. */
    @Transactional(readOnly = true)
    public Map<String, String> supervisionPhones() {
        Map<String, String> phones = new HashMap<>();
        jdbc.sql("select code, supervision_phone from government where supervision_phone is not null")
                .query(row -> {
                    phones.put(row.getString(1), row.getString(2));
                });
        return phones;
    }

    /**
     * @param phone blank: none
     * @throws DomainException if there is no such government, or nobody could dial it
     */
    public void changeSupervisionPhone(String code, @Nullable String phone) {
        get(code);
        String wanted = phone == null ? "" : phone.strip();
        if (!wanted.isEmpty() && !PHONE.matcher(wanted).matches()) {
            throw DomainException.invalidField("phone", "identity.error.supervision-phone", LONGEST_PHONE);
        }
        String before = supervisionPhone(code).orElse(null);
        String after = wanted.isEmpty() ? null : wanted;
        if (!Objects.equals(before, after)) {
            jdbc.sql("update government set supervision_phone = ? where code = ?")
                    .params(after, code)
                    .update();
            events.publishEvent(new SupervisionPhoneChanged(code, before, after));
        }
    }

    public Government get(String code) {
        return find(code).orElseThrow(() -> DomainException.notFound(code));
    }
}
