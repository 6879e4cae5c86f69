package org.supervision.tables.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.shared.DomainException;
import org.supervision.tables.ImportColumns;
import org.supervision.tables.LostCorrection;
import org.supervision.tables.read.Column;

/** What the columns of a document hold, for the office. */
@RestController
@RequestMapping("/api/v1/imports/{id}/columns")
class ColumnsController {

    /** @param field null leaves the column out */
    record ColumnForm(@Nullable String head, @Nullable Column field) {}

    /** Columns by their heads; those not named stay. */
    record ColumnsForm(@Nullable List<@Nullable ColumnForm> columns) {}

    /** @param lostCorrections made before, of rows or columns that are others now */
    record ColumnsView(List<ColumnView> items, List<LostCorrection> lostCorrections) {}

    private final ImportColumns columns;

    ColumnsController(ImportColumns columns) {
        this.columns = columns;
    }

    @GetMapping
    ColumnsView columns(@PathVariable String id) {
        return view(id, List.of());
    }

    @PutMapping
    @Operation(
            summary = "Says what columns hold and reads the document again",
            description = "Remembered for the government: the next document with such a head is read so by itself."
                    + " Corrections survive where the row and the cells behind the field are the same.")
    ColumnsView map(@PathVariable String id, @RequestBody ColumnsForm form) {
        Map<String, Optional<Column>> said = new LinkedHashMap<>();
        for (ColumnForm column : form.columns() == null ? List.<@Nullable ColumnForm>of() : form.columns()) {
            if (column == null || column.head() == null) {
                throw DomainException.invalidField("columns", "tables.error.value", "columns");
            }
            said.put(column.head(), Optional.ofNullable(column.field()));
        }
        return view(id, columns.map(id, said));
    }

    @DeleteMapping
    @Operation(summary = "Forgets what was said of a head and reads the document again")
    ColumnsView forget(@PathVariable String id, @RequestParam String head) {
        return view(id, columns.forget(id, head));
    }

    private ColumnsView view(String id, List<LostCorrection> lost) {
        return new ColumnsView(columns.of(id).stream().map(ColumnView::of).toList(), lost);
    }
}
