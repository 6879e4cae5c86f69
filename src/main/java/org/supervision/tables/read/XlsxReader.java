package org.supervision.tables.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supervision.tables.read.OfficeParts.Relation;

/** Reads workbooks: their visible sheets as tables, streamed. */
final class XlsxReader implements DocumentReader {

    @Override
    public boolean reads(UploadedFile file) {
        return file.isOffice("spreadsheetml.sheet.main+xml");
    }

    @Override
    public SourceDocument read(UploadedFile file) throws IOException {
        try (OfficeParts parts = new OfficeParts(file)) {
            return document(parts);
        }
    }

    private static SourceDocument document(OfficeParts parts) throws IOException {
        Map<String, Relation> relations = parts.relationsOf(parts.main()).stream()
                .collect(Collectors.toMap(Relation::id, Function.identity(), (first, same) -> first));
        Workbook workbook = workbook(parts);
        SheetFormats formats = new SheetFormats(workbook.since1904());
        read(parts, relations, "styles", formats::read);
        SheetTexts texts = new SheetTexts();
        read(parts, relations, "sharedStrings", texts::read);
        CellBudget budget = new CellBudget();
        Set<String> read = new HashSet<>();
        List<SourceDocument.Block> tables = new ArrayList<>();
        for (Sheet sheet : workbook.sheets()) {
            Relation relation = relations.get(sheet.relation());
            // each part once: its size is bounded, not how often it is named
            if (relation != null && relation.type().equals("worksheet") && read.add(relation.part())) {
                try (PartElements elements = parts.read(relation.part())) {
                    tables.add(SheetReader.read(sheet.name(), elements, texts, formats, budget));
                }
            }
        }
        return new SourceDocument(tables, workbook.hidden());
    }

    private static void read(OfficeParts parts, Map<String, Relation> relations, String type, PartConsumer consumer)
            throws IOException {
        Optional<Relation> found = relations.values().stream()
                .filter(relation -> relation.type().equals(type))
                .findFirst();
        if (found.isPresent()) {
            try (PartElements elements = parts.read(found.get().part())) {
                consumer.read(elements);
            }
        }
    }

    /** What takes in one part. */
    private interface PartConsumer {
        void read(PartElements elements) throws IOException;
    }

    /**
     * @param sheets the visible ones
     * @param hidden names of the others
     */
    private record Workbook(List<Sheet> sheets, List<String> hidden, boolean since1904) {}

    private record Sheet(String name, String relation) {}

    private static Workbook workbook(OfficeParts parts) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        boolean since1904 = false;
        try (PartElements elements = parts.read(parts.main())) {
            while (elements.next()) {
                if (elements.begins("workbookPr")) {
                    since1904 = elements.says("date1904");
                } else if (elements.begins("sheet")) {
                    String name =
                            Optional.ofNullable(elements.attribute("name")).orElse("");
                    if (isVisible(elements.attribute("state"))) {
                        sheets.add(new Sheet(
                                name,
                                Optional.ofNullable(elements.attribute("id")).orElse("")));
                    } else {
                        hidden.add(name);
                    }
                }
            }
        }
        return new Workbook(sheets, hidden, since1904);
    }

    private static boolean isVisible(@Nullable String state) {
        return state == null || state.equals("visible");
    }
}
