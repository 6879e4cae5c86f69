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

/** The unit cells of a whole document: names that stand alone in one cell help to split another. */
final class UnitCells {

    /** The office inside the lead unit, in lenticular brackets. */
    private static final Pattern SECTION = Pattern.compile("[\\u3010\\u3014]([^\\u3011\\u3015]*)[\\u3011\\u3015]");

    private final UnitDirectory directory;
    private final UnitNameSplitter splitter;
    private final Map<String, List<Part>> parts = new HashMap<>();
    private final Map<String, String> newUnits = new LinkedHashMap<>();

    UnitCells(UnitDirectory directory, List<RowDraft> drafts) {
        this.directory = directory;
        this.splitter = new UnitNameSplitter(directory)
                .withEvidenceOf(drafts.stream()
                        .flatMap(draft -> Stream.of(draft.cell(Column.UNITS), draft.cell(Column.SUPPORTING_UNITS)))
                        .map(UnitCells::withoutSection)
                        .distinct()
                        .toList());
    }

    /** The units of one row, the lead first. */
    record Units(@Nullable String lead, List<String> supporting, @Nullable String section) {}

    Units read(RowDraft draft, Problems problems) {
        SourceCell cell = draft.cell(Column.UNITS);
        List<String> names = new ArrayList<>();
        for (Part part : parts(cell)) {
            add(part, names.isEmpty() ? "leadUnit" : "supportingUnits", cell, names, problems);
        }
        @Nullable String lead = names.isEmpty() ? null : names.get(0);
        SourceCell supporting = draft.cell(Column.SUPPORTING_UNITS);
        for (Part part : parts(supporting)) {
            add(part, "supportingUnits", supporting, names, problems);
        }
        return new Units(lead, lead == null ? names : names.subList(1, names.size()), section(draft));
    }

    /** The same few cells stand in many rows. */
    private List<Part> parts(SourceCell cell) {
        return parts.computeIfAbsent(withoutSection(cell), this::split);
    }

    /** Lines that are known names as they stand are not looked into: a name may hold what else separates names. */
    private List<Part> split(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.stream().allMatch(line -> directory.find(line).isPresent())
                ? lines.stream().map(this::known).toList()
                : splitter.split(text);
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
