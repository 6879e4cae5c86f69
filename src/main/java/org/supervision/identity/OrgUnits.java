package org.supervision.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.shared.DomainException;
import org.supervision.shared.Slice;

/** The unit directory of each government: names, aliases and former names, and phrases that stand for several units. */
@Service
@Transactional
public class OrgUnits {

    private static final int NAME_LENGTH = 100;

    private static final String SELECT =
            """
            select u.code, u.government, u.name,
                   array(select a.alias from unit_alias a where a.unit = u.code order by a.alias) as aliases
            from org_unit u
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    OrgUnits(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Enters a unit under the next code of its government; a name that is known already, also as alias, is refused. */
    public OrgUnit create(String government, @Nullable String name) {
        String checkedName = RequiredText.of("name", name, NAME_LENGTH);
        lock(government);
        refuseKnown("name", government, checkedName);
        int ordinal = jdbc.sql("select coalesce(max(ordinal), 0) + 1 from org_unit where government = ?")
                .param(government)
                .query(Integer.class)
                .single();
        OrgUnit unit = new OrgUnit("%s-u%03d".formatted(government, ordinal), government, checkedName, List.of());
        jdbc.sql("insert into org_unit (code, government, ordinal, name) values (?, ?, ?, ?)")
                .params(unit.code(), government, ordinal, unit.name())
                .update();
        events.publishEvent(new OrgUnitCreated(unit.code(), government, unit.name()));
        return unit;
    }

    /** Remembers another or former name of a unit; does nothing if the unit has it already. */
    public OrgUnit addAlias(String code, @Nullable String alias) {
        OrgUnit unit = get(code);
        String checkedAlias = RequiredText.of("alias", alias, NAME_LENGTH);
        lock(unit.government());
        if (holder(unit.government(), checkedAlias).filter(code::equals).isPresent()) {
            return get(code);
        }
        refuseKnown("alias", unit.government(), checkedAlias);
        jdbc.sql("insert into unit_alias (government, unit, alias) values (?, ?, ?)")
                .params(unit.government(), code, checkedAlias)
                .update();
        events.publishEvent(new UnitAliasAdded(code, unit.government(), checkedAlias));
        return get(code);
    }

    /**
     * Another unit of the government takes over the duties of this one; its names mean that unit from now on.
     *
     * @throws DomainException if one of them has been merged before, or they are the same or of two governments
     */
    public void merge(String code, String into) {
        OrgUnit unit = get(code);
        lock(unit.government());
        boolean possible = !code.equals(into)
                && find(into)
                        .filter(other -> other.government().equals(unit.government()))
                        .isPresent()
                && successors(unit.government()).keySet().stream().noneMatch(List.of(code, into)::contains);
        if (!possible) {
            throw DomainException.invalidField("into", "identity.error.merger", unit.name());
        }
        jdbc.sql("update org_unit set merged_into = ? where code = ? or merged_into = ?")
                .params(into, code, code)
                .update();
        events.publishEvent(new UnitMerged(unit.government(), code, into));
    }

    /** Merged units with the unit that has their duties. */
    @Transactional(readOnly = true)
    public Map<String, String> successors(String government) {
        return jdbc
                .sql("select code, merged_into from org_unit where government = ? and merged_into is not null")
                .param(government)
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Remembers for which units a phrase stands, in this order; replaces what was said before. */
    public void defineGroup(String government, String text, List<String> unitCodes) {
        String checkedText = RequiredText.of("text", text, NAME_LENGTH);
        List<String> units = unitCodes.stream().distinct().toList();
        lock(government);
        Map<String, OrgUnit> known = byCodes(units);
        for (String code : units) {
            OrgUnit unit = known.get(code);
            if (unit == null || !unit.government().equals(government)) {
                throw DomainException.invalidField("units", "identity.error.unknown-unit", code);
            }
        }
        List<String> before = groups(government).getOrDefault(checkedText, List.of());
        if (before.equals(units)) {
            return;
        }
        jdbc.sql("delete from unit_group_member where government = ? and group_text = ?")
                .params(government, checkedText)
                .update();
        jdbc.sql(
                        """
                        insert into unit_group_member (government, group_text, position, unit)
                        select ?, ?, position, unit from unnest(?::text[]) with ordinality as members (unit, position)
                        """)
                .params(government, checkedText, units.toArray(String[]::new))
                .update();
        events.publishEvent(new UnitGroupDefined(government, checkedText, before, units));
    }

    public OrgUnit get(String code) {
        return find(code).orElseThrow(() -> DomainException.notFound(code));
    }

    @Transactional(readOnly = true)
    public Optional<OrgUnit> find(String code) {
        return jdbc.sql(SELECT + "where u.code = ?")
                .param(code)
                .query(OrgUnits::unit)
                .optional();
    }

    /** All units of a government in order of first appearance. */
    @Transactional(readOnly = true)
    public List<OrgUnit> of(String government) {
        return jdbc.sql(SELECT + "where u.government = ? order by u.ordinal")
                .param(government)
                .query(OrgUnits::unit)
                .list();
    }

    /** The units with these codes, by code; unknown codes are left out. */
    @Transactional(readOnly = true)
    public Map<String, OrgUnit> byCodes(Collection<String> codes) {
        return jdbc
                .sql(SELECT + "where u.code = any(?)")
                .param(codes.toArray(String[]::new))
                .query(OrgUnits::unit)
                .list()
                .stream()
                .collect(Collectors.toMap(OrgUnit::code, Function.identity()));
    }

    /** One page of the directory, of one government or of all, with a name, alias or code that contains the text. */
    @Transactional(readOnly = true)
    public Slice<OrgUnit> search(@Nullable String government, @Nullable String text, int page, int size) {
        String condition =
                """
                where (:government::text is null or u.government = :government)
                  and (:text::text is null
                       or position(unit_name_key(:text) in unit_name_key(u.name)) > 0
                       or position(:text in u.code) > 0
                       or exists (select from unit_alias a where a.unit = u.code
                                  and position(unit_name_key(:text) in unit_name_key(a.alias)) > 0))
                """;
        long total = jdbc.sql("select count(*) from org_unit u " + condition)
                .param("government", government)
                .param("text", text)
                .query(Long.class)
                .single();
        List<OrgUnit> items = jdbc.sql(
                        SELECT + condition + "order by u.government, u.ordinal limit :size offset :offset")
                .param("government", government)
                .param("text", text)
                .param("size", size)
                .param("offset", (long) page * size)
                .query(OrgUnits::unit)
                .list();
        return new Slice<>(items, page, size, total);
    }

    /** The phrases that stand for several units, each with the units' codes in the order said. */
    @Transactional(readOnly = true)
    public Map<String, List<String>> groups(String government) {
        return jdbc
                .sql(
                        "select group_text, unit from unit_group_member where government = ? order by group_text, position")
                .param(government)
                .query((row, number) -> Map.entry(row.getString("group_text"), row.getString("unit")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** By which names and phrases a government calls its units, for reading documents. */
    @Transactional(readOnly = true)
    public UnitDirectory directory(String government) {
        List<UnitDirectory.Entry> entries = new ArrayList<>();
        Map<String, String> successors = successors(government);
        for (OrgUnit unit : of(government)) {
            List<String> codes = List.of(successors.getOrDefault(unit.code(), unit.code()));
            entries.add(new UnitDirectory.Entry(unit.name(), codes, false));
            unit.aliases().forEach(alias -> entries.add(new UnitDirectory.Entry(alias, codes, false)));
        }
        groups(government).forEach((text, codes) -> entries.add(new UnitDirectory.Entry(text, codes, true)));
        return new UnitDirectory(entries);
    }

    /** Writers of one directory wait for each other: codes are without gaps and a name belongs to one unit. */
    private void lock(String government) {
        jdbc.sql("select code from government where code = ? for no key update")
                .param(government)
                .query(String.class)
                .optional()
                .orElseThrow(() -> DomainException.notFound(government));
    }

    private void refuseKnown(String field, String government, String name) {
        holder(government, name).ifPresent(code -> {
            throw new DomainException(
                    DomainException.Kind.CONFLICT,
                    "identity.error.unit-name-taken",
                    List.of(name, code),
                    List.of(new DomainException.FieldError(
                            field, "identity.error.unit-name-taken", List.of(name, code))));
        });
    }

    /** Code of the unit that is known by this name or alias. */
    private Optional<String> holder(String government, String name) {
        return jdbc.sql(
                        """
                        select code from org_unit
                        where government = :government and unit_name_key(name) = unit_name_key(:name)
                        union all
                        select unit from unit_alias
                        where government = :government and unit_name_key(alias) = unit_name_key(:name)
                        """)
                .param("government", government)
                .param("name", name)
                .query(String.class)
                .optional();
    }

    private static OrgUnit unit(ResultSet row, int number) throws SQLException {
        return new OrgUnit(row.getString("code"), row.getString("government"), row.getString("name"), List.of((String[])
                row.getArray("aliases").getArray()));
    }
}
