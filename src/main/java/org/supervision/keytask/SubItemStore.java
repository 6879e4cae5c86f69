package org.supervision.keytask;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.identity.CurrentUser;

/** Sub-items in the database, with every state they had. */
@Repository
class SubItemStore {

    private final JdbcClient jdbc;

    SubItemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SubItem> of(Collection<String> keyTasks) {
        return jdbc.sql(
                        """
                        select * from sub_item
                        where key_task = any(?) and retired_at is null order by key_task, ordinal, id""")
                .param(keyTasks.toArray(String[]::new))
                .query(SubItemStore::item)
                .list();
    }

    List<SubItem> at(Collection<SubItems.State> states) {
        return jdbc.sql(
                        """
                        select distinct v.*, v.sub_item as id, s.key_task
                        from unnest(?::bigint[], ?::int[]) as wanted (sub_item, version)
                        join sub_item_version v on v.sub_item = wanted.sub_item and v.version = wanted.version
                        join sub_item s on s.id = v.sub_item""")
                .params(
                        states.stream().map(SubItems.State::subItem).toArray(Long[]::new),
                        states.stream().map(SubItems.State::version).toArray(Integer[]::new))
                .query(SubItemStore::item)
                .list();
    }

    /** Those of a key task; other writers wait until the transaction ends, also while there is none. */
    List<SubItem> lock(String keyTask) {
        jdbc.sql("select id from key_task where id = ? for update")
                .param(keyTask)
                .query(String.class)
                .single();
        return of(List.of(keyTask));
    }

    /** @return it with its id */
    SubItem insert(SubItem item, CurrentUser by, Instant at) {
        long id = jdbc.sql(
                        """
                        insert into sub_item (key_task, ordinal, name, unit, indicator, share)
                        values (?, ?, ?, ?, ?, ?) returning id""")
                .params(item.keyTask(), item.ordinal(), item.name(), item.unit(), item.indicator(), item.share())
                .query(Long.class)
                .single();
        keep(id, by, at);
        return new SubItem(
                id, item.keyTask(), item.ordinal(), item.name(), item.unit(), item.indicator(), item.share(), 1);
    }

    /**
     * @param retired whether it counts no more from now on
     * @return it with its new version
     */
    SubItem update(SubItem item, boolean retired, CurrentUser by, Instant at) {
        jdbc.sql(
                        """
                        update sub_item set ordinal = ?, name = ?, unit = ?, indicator = ?, share = ?, retired_at = ?,
                            version = version + 1
                        where id = ?""")
                .params(
                        item.ordinal(),
                        item.name(),
                        item.unit(),
                        item.indicator(),
                        item.share(),
                        retired ? Timestamp.from(at) : null,
                        item.id())
                .update();
        keep(item.id(), by, at);
        return item.at(item.version() + 1);
    }

    private void keep(long id, CurrentUser by, Instant at) {
        jdbc.sql(
                        """
                        insert into sub_item_version
                        select id, version, ordinal, name, unit, indicator, share, retired_at is not null, ?, ?, ?
                        from sub_item where id = ?""")
                .params(by.username(), by.name(), Timestamp.from(at), id)
                .update();
    }

    /** The states each of them had, the latest first. */
    List<SubItems.Change> changes(String keyTask) {
        return jdbc.sql(
                        """
                        select v.*, v.sub_item as id, s.key_task,
                            lag(v.share) over (partition by v.sub_item order by v.version) as share_before
                        from sub_item_version v join sub_item s on s.id = v.sub_item
                        where s.key_task = ? order by v.changed_at desc, v.sub_item desc, v.version desc""")
                .param(keyTask)
                .query((row, number) -> new SubItems.Change(
                        item(row, number),
                        row.getBigDecimal("share_before"),
                        row.getBoolean("retired"),
                        row.getString("changed_by_name"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    /** Those a unit carries from a year on. */
    List<SubItem> carriedBy(String unit, int fromYear) {
        return jdbc.sql(
                        """
                        select s.* from sub_item s join key_task k on k.id = s.key_task
                        where s.unit = ? and s.retired_at is null and k.year >= ? order by s.id for update of s""")
                .params(unit, fromYear)
                .query(SubItemStore::item)
                .list();
    }

    private static SubItem item(ResultSet row, int number) throws SQLException {
        return new SubItem(
                row.getLong("id"),
                row.getString("key_task"),
                row.getInt("ordinal"),
                row.getString("name"),
                row.getString("unit"),
                row.getObject("indicator", Long.class),
                row.getBigDecimal("share"),
                row.getInt("version"));
    }
}
