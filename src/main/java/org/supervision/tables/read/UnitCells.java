package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.UnitDirectory;
import org.supervision.identity.UnitNameSplitter;
import org.supervision.identity.UnitNameSplitter.Certainty;
import org.supervision.identity.UnitNameSplitter.Part;
import org.supervision.tables.read.UnitRoles.Names;
import org.supervision.tables.read.UnitRoles.Role;

/** The unit cells of a whole document: names that stand alone in one cell help to split another. */
final class UnitCells {

    /** The office inside the lead unit, in lenticular brackets. */
    private static final Pattern SECTION = Pattern.compile("[\\u3010\\u3014]([^\\u3011\\u3015]*)[\\u3011\\u3015]");

    private final UnitDirectory directory;
    private final UnitNameSplitter splitter;
    private final Map<String, UnitRoles> roles = new HashMap<>();
    private final Map<String, List<Part>> parts = new HashMap<>();
    private final Map<String, String> newUnits = new LinkedHashMap<>();

    UnitCells(UnitDirectory directory, List<RowDraft> drafts) {
        this.directory = directory;
        this.splitter = new UnitNameSplitter(directory)
                .withEvidenceOf(drafts.stream()
                        .flatMap(draft -> Stream.of(draft.cell(Column.UNITS), draft.cell(Column.SUPPORTING_UNITS)))
                        .map(UnitCells::withoutSection)
                        .distinct()
                        .flatMap(text -> roles(text).names().stream().map(Names::text))
                        .toList());
    }

    /** The units of one row, the lead first. */
    record Units(@Nullable String lead, List<String> supporting, @Nullable String section) {}

    Units read(RowDraft draft, Problems problems) {
        SourceCell cell = draft.cell(Column.UNITS);
        SourceCell supporting = draft.cell(Column.SUPPORTING_UNITS);
        List<String> names = new ArrayList<>();
        List<Part> behind = new ArrayList<>();
        split(cell, "leadUnit", behind, problems)
                .forEach(part -> add(part, names.isEmpty() ? "leadUnit" : "supportingUnits", cell, names, problems));
        @Nullable String lead = names.isEmpty() ? null : names.get(0);
        behind.forEach(part -> add(part, "supportingUnits", cell, names, problems));
        behind.clear();
        split(supporting, "supportingUnits", behind, problems)
                .forEach(part -> add(part, "supportingUnits", supporting, names, problems));
        behind.forEach(part -> add(part, "supportingUnits", supporting, names, problems));
        return new Units(lead, lead == null ? names : names.subList(1, names.size()), section(draft));
    }

    /**
     * The names among which the first leads.
     *
     * @param behind takes those of which the cell says, or lets conclude, that they support
     */
    private List<Part> split(SourceCell cell, String field, List<Part> behind, Problems problems) {
        if (cell.saysNothing()) {
            return List.of();
        }
        UnitRoles said = roles(withoutSection(cell));
        if (!said.isClear()) {
            problems.add(field, ProblemCode.UNIT_ROLES_UNCLEAR, cell.text(), cell.position(), cell.joined());
            return List.of();
        }
        Role leading = said.saysLead() ? Role.LEAD : Role.UNSAID;
        List<Part> ahead = new ArrayList<>();
        for (Names names : said.names()) {
            List<Part> split = parts.computeIfAbsent(names.text(), this::split);
            for (int i = 0; i < split.size(); i++) {
                boolean unmarked = names.marked() && i + 1 < split.size();
                (leading == (unmarked ? Role.UNSAID : names.role()) ? ahead : behind).add(split.get(i));
            }
        }
        return ahead;
    }

    /** The same few cells stand in many rows. */
    private UnitRoles roles(String text) {
        return roles.computeIfAbsent(text, any -> isKnown(any) ? UnitRoles.plain(any) : UnitRoles.of(any));
    }

    /** Lines that are known names as they stand are not looked into: a name may hold what else separates names. */
    private List<Part> split(String text) {
        return isKnown(text) ? lines(text).map(this::known).toList() : splitter.split(text);
    }

    private boolean isKnown(String text) {
        return lines(text).allMatch(line -> directory.find(line).isPresent());
    }

    private static Stream<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    private Part known(String name) {
        return new Part(name, splitter.isGroup(name) ? Certainty.GROUP : Certainty.KNOWN, false);
    }

    /** Names the directory does not know, in the order of their first appearance. */
    List<String> newUnits() {
        return List.copyOf(newUnits.values());
    }

    private void add(Part part, String field, SourceCell cell, List<String> names, Problems problems) {
        String key = UnitDirectory.key(part.name());
        if (names.stream().anyMatch(name -> UnitDirectory.key(name).equals(key))) {
            problems.add(field, ProblemCode.UNIT_REPEATED, cell.text(), cell.position(), part.name());
            return;
        }
        names.add(part.name());
        ask(part, field, cell, problems);
        if (part.certainty() != Certainty.GROUP && directory.find(part.name()).isEmpty()) {
            newUnits.putIfAbsent(key, part.name());
        }
    }

    private static void ask(Part part, String field, SourceCell cell, Problems problems) {
        @Nullable
        ProblemCode code =
                switch (part.certainty()) {
                    case GROUP -> ProblemCode.UNIT_GROUP;
                    case UNREADABLE -> ProblemCode.UNIT_UNREADABLE;
                    case GUESSED -> ProblemCode.UNIT_GUESSED;
                    case NEW, KNOWN -> part.bracketed() ? ProblemCode.UNIT_IN_BRACKETS : null;
                };
        if (code != null) {
            problems.add(field, code, cell.text(), cell.position(), part.name());
        }
    }

    private static String withoutSection(SourceCell cell) {
        String text = cell.text();
        boolean bracketed = text.indexOf('\u3010') >= 0 || text.indexOf('\u3014') >= 0;
        return bracketed ? SECTION.matcher(text).replaceAll("\n") : text;
    }

    private static @Nullable String section(RowDraft draft) {
        List<String> sections = new ArrayList<>();
        Matcher matcher = SECTION.matcher(draft.cell(Column.UNITS).joined());
        while (matcher.find()) {
            sections.add(Texts.clean(matcher.group(1)));
        }
        if (!draft.cell(Column.SECTION).isBlank()) {
            sections.add(draft.cell(Column.SECTION).joined());
        }
        return sections.isEmpty() ? null : String.join(" ", sections);
    }
}
