package org.supervision.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.MailAddress;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.supervision.shared.DomainException;

/** Secretaries and principals of a government, kept by its office. */
@Service
@Transactional
public class Contacts {

    private static final int NAME_LENGTH = 60;
    private static final String SELECT =
            "select c.*, u.name as unit_name from contact c left join org_unit u on u.code = c.unit ";

    private final JdbcClient jdbc;
    private final OrgUnits units;
    private final ApplicationEventPublisher events;

    Contacts(JdbcClient jdbc, OrgUnits units, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.units = units;
        this.events = events;
    }

    /** Secretaries first, then principals in the order of their units. */
    @Transactional(readOnly = true)
    public List<Contact> of(String government) {
        return jdbc.sql(SELECT + "where c.government = ? order by c.kind desc, u.ordinal, c.id")
                .param(government)
                .query(Contacts::contact)
                .list();
    }

    /** @param unit code, of a principal only */
    public Contact add(
            String government,
            Contact.@Nullable Kind kind,
            @Nullable String unit,
            @Nullable String name,
            @Nullable String mail) {
        if (kind == null) {
            throw DomainException.invalidField("kind", "notification.contacts.error.kind");
        }
        String checkedName = name == null ? "" : name.strip();
        if (checkedName.isEmpty()
                || checkedName.length() > NAME_LENGTH
                || checkedName.chars().anyMatch(Character::isISOControl)) {
            throw DomainException.invalidField("name", "notification.contacts.error.name", NAME_LENGTH);
        }
        String checkedMail = MailAddress.required("mail", mail);
        String checkedUnit =
                kind == Contact.Kind.PRINCIPAL ? unitOf(government, unit).code() : null;
        long id = jdbc.sql(
                        "insert into contact (government, kind, unit, name, mail) values (?, ?, ?, ?, ?) returning id")
                .params(government, kind.name(), checkedUnit, checkedName, checkedMail)
                .query(Long.class)
                .single();
        events.publishEvent(new ContactEvent.ContactAdded(government, id, checkedName, checkedMail));
        return jdbc.sql(SELECT + "where c.id = ?")
                .param(id)
                .query(Contacts::contact)
                .single();
    }

    public void remove(String government, long id) {
        Contact removed = jdbc.sql(SELECT + "where c.government = ? and c.id = ?")
                .params(government, id)
                .query(Contacts::contact)
                .optional()
                .orElseThrow(() -> DomainException.notFound(id));
        jdbc.sql("delete from contact where id = ?").param(id).update();
        events.publishEvent(new ContactEvent.ContactRemoved(government, id, removed.name(), removed.mail()));
    }

    /** Who is told of what concerns the vice-mayors; while tasks name none, the secretaries of all of them. */
    List<String> secretaries(String government) {
        return jdbc
                .sql("select id from contact where government = ? and kind = 'SECRETARY' order by id")
                .param(government)
                .query(Long.class)
                .list()
                .stream()
                .map(Recipients::contact)
                .toList();
    }

    List<String> principals(String unit) {
        return jdbc
                .sql("select id from contact where unit = ? order by id")
                .param(unit)
                .query(Long.class)
                .list()
                .stream()
                .map(Recipients::contact)
                .toList();
    }

    /** Those with these ids; removed ones are absent. */
    List<Contact> byIds(Collection<Long> ids) {
        return jdbc.sql(SELECT + "where c.id = any(?)")
                .param(ids.toArray(Long[]::new))
                .query(Contacts::contact)
                .list();
    }

    private OrgUnit unitOf(String government, @Nullable String unit) {
        return units.find(unit == null ? "" : unit)
                .filter(found -> found.government().equals(government))
                .orElseThrow(() -> DomainException.invalidField("unit", "notification.contacts.error.unit"));
    }

    private static Contact contact(ResultSet row, int index) throws SQLException {
        return new Contact(
                row.getLong("id"),
                row.getString("government"),
                Contact.Kind.valueOf(row.getString("kind")),
                row.getString("unit"),
                row.getString("unit_name"),
                row.getString("name"),
                row.getString("mail"));
    }
}
