package org.supervision.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.supervision.identity.CurrentUser;
import org.supervision.workflow.Drafts.Draft;

/** Keeps drafts, with answers to warnings beside the values, and who has which work item open. */
@Component
class DraftStore {

    /** A page tells every twenty seconds that it is open. */
    private static final Duration PRESENT = Duration.ofSeconds(50);

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    DraftStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Draft> find(String workItem) {
        return jdbc.sql(
                        """
                        select version, saved_by_name, saved_at, form_values from work_item_draft
                         where work_item_id = :id""")
                .param("id", workItem)
                .query((row, index) -> {
                    Map<String, Object> values = parse(row.getString("form_values"));
                    return new Draft(
                            row.getInt("version"),
                            row.getString("saved_by_name"),
                            row.getTimestamp("saved_at").toInstant(),
                            values,
                            warningAnswers(values));
                })
                .optional();
    }

    /** Takes them out; what Tasklist enters into one field for all of them is a value like any other. */
    private static Map<String, String> warningAnswers(Map<String, Object> kept) {
        Map<String, String> answers = new HashMap<>();
        if (kept.get(Submissions.WARNING_ANSWERS) instanceof Map<?, ?> byCode) {
            byCode.forEach((code, answer) -> answers.put(String.valueOf(code), String.valueOf(answer)));
            kept.remove(Submissions.WARNING_ANSWERS);
        }
        return answers;
    }

    /**
     * The version it has now, or empty if it is not based on the latest.
     *
     * @param basedOn {@code null} for whatever there is
     */
    Optional<Integer> save(
            String workItem,
            Map<String, ?> values,
            Map<String, String> warningAnswers,
            CurrentUser person,
            Instant now,
            @Nullable Integer basedOn) {
        Map<String, Object> kept = new HashMap<>(values);
        if (!warningAnswers.isEmpty()) {
            kept.put(Submissions.WARNING_ANSWERS, warningAnswers);
        }
        return jdbc.sql(
                        """
                        insert into work_item_draft as draft
                               (work_item_id, form_values, saved_by, saved_by_name, saved_at, version)
                        values (:id, :values::jsonb, :username, :name, :now, 1)
                        on conflict (work_item_id) do update
                           set form_values = excluded.form_values, saved_by = excluded.saved_by,
                               saved_by_name = excluded.saved_by_name, saved_at = excluded.saved_at,
                               version = draft.version + 1
                         where draft.version = coalesce(:basedOn::int, draft.version)
                        returning version""")
                .param("id", workItem)
                .param("values", write(kept))
                .param("username", person.username())
                .param("name", person.name())
                .param("now", Timestamp.from(now))
                .param("basedOn", basedOn)
                .query(Integer.class)
                .optional();
    }

    /** With what was seen of the work on it. */
    void move(String workItem, String into) {
        jdbc.sql(
                        """
                        with seen as (update work_item_effort set work_item_id = :into where work_item_id = :id)
                        update work_item_draft set work_item_id = :into where work_item_id = :id""")
                .param("id", workItem)
                .param("into", into)
                .update();
    }

    /** It waits for others now, or for nobody: draft, effort and presence are not theirs. */
    void delete(String workItem) {
        jdbc.sql("delete from work_item_effort where work_item_id = ?")
                .param(workItem)
                .update();
        complete(workItem);
    }

    /** The effort is still to be settled. */
    void complete(String workItem) {
        jdbc.sql(
                        """
                        with present as (delete from work_item_presence where work_item_id = :id)
                        delete from work_item_draft where work_item_id = :id""")
                .param("id", workItem)
                .update();
    }

    void see(String workItem, CurrentUser person) {
        jdbc.sql(
                        """
                        with forgotten as (
                            delete from work_item_presence where seen_at < statement_timestamp() - interval '1 day')
                        insert into work_item_presence (work_item_id, username, name, seen_at)
                        values (:id, :username, :name, statement_timestamp())
                        on conflict (work_item_id, username) do update
                           set name = excluded.name, seen_at = excluded.seen_at""")
                .param("id", workItem)
                .param("username", person.username())
                .param("name", person.name())
                .update();
    }

    List<String> others(String workItem, String username) {
        return jdbc.sql(
                        """
                        select name from work_item_presence
                         where work_item_id = :id and username <> :username
                           and seen_at > statement_timestamp() - make_interval(secs => :present)
                         order by name, username""")
                .param("id", workItem)
                .param("username", username)
                .param("present", PRESENT.toSeconds())
                .query(String.class)
                .list();
    }

    private Map<String, Object> parse(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored draft is not JSON", e);
        }
    }

    private String write(Map<String, ?> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft cannot be written as JSON", e);
        }
    }
}
