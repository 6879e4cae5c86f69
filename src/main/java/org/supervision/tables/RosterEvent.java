package org.supervision.tables;

import java.util.LinkedHashMap;
import java.util.Map;
import org.supervision.shared.AuditableEvent;
import org.supervision.tables.read.RosterAnswers;

/** What happens to a list of people on its way in. */
public record RosterEvent(String government, String rosterId, String act, Map<String, Change> changes)
        implements AuditableEvent {

    static RosterEvent uploaded(Roster roster) {
        return new RosterEvent(
                roster.government(),
                roster.id(),
                "upload-roster",
                Map.of(
                        "fileName", new Change(null, roster.fileName()),
                        "sha256", new Change(null, roster.sha256())));
    }

    static RosterEvent mapped(Roster roster, RosterAnswers answers) {
        Map<String, Change> changes = new LinkedHashMap<>();
        answers.read().forEach((head, use) -> changes.put("columns." + head, new Change(null, use.name())));
        answers.leftOut().forEach(head -> changes.put("columns." + head, new Change(null, "NONE")));
        if (answers.post() != null) {
            changes.put("post", new Change(null, answers.post().name()));
        }
        return new RosterEvent(roster.government(), roster.id(), "map-roster", changes);
    }

    static RosterEvent corrected(Roster roster, int row, boolean skipped) {
        return new RosterEvent(
                roster.government(),
                roster.id(),
                "correct-roster",
                Map.of("rows." + row + ".skipped", new Change(null, String.valueOf(skipped))));
    }

    static RosterEvent confirmed(Roster roster, Roster.Counts counts) {
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put("state", new Change("DRAFT", "CONFIRMED"));
        changes.put("created", new Change(null, String.valueOf(counts.created())));
        changes.put("merged", new Change(null, String.valueOf(counts.changed())));
        changes.put("unchanged", new Change(null, String.valueOf(counts.unchanged())));
        changes.put("skipped", new Change(null, String.valueOf(counts.skipped())));
        return new RosterEvent(roster.government(), roster.id(), "confirm-roster", changes);
    }

    static RosterEvent discarded(Roster roster) {
        return new RosterEvent(roster.government(), roster.id(), "discard-roster", Map.of());
    }

    @Override
    public String objectType() {
        return "roster";
    }

    @Override
    public String objectId() {
        return rosterId;
    }
}
