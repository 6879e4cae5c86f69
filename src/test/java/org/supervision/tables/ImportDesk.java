package org.supervision.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;
import org.supervision.TestCities;
import org.supervision.identity.Governments;
import org.supervision.tables.read.SharedDocuments;

/** Founds a government without units for a test and imports tables as its officer. */
@TestComponent
public class ImportDesk {

    private final Imports imports;
    private final Governments governments;
    private final TestCities cities;
    private final TransactionTemplate transaction;

    ImportDesk(Imports imports, Governments governments, TestCities cities, TransactionTemplate transaction) {
        this.imports = imports;
        this.governments = governments;
        this.cities = cities;
        this.transaction = transaction;
    }

    public String foundGovernment() {
        String code = "i" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
        transaction.executeWithoutResult(status -> governments.create(code, "导入市" + code));
        return code;
    }

    public ImportPreview upload(String government, String sharedFile) {
        try (InputStream file = Files.newInputStream(SharedDocuments.find(sharedFile))) {
            return upload(government, sharedFile, file, null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportPreview uploadText(String government, String text) {
        return uploadText(government, text, null, null);
    }

    ImportPreview uploadText(String government, String text, @Nullable Integer year, @Nullable Integer quarter) {
        return uploadBytes(government, text.getBytes(StandardCharsets.UTF_8), year, quarter);
    }

    public ImportPreview uploadBytes(
            String government, byte[] file, @Nullable Integer year, @Nullable Integer quarter) {
        return upload(government, "table", new ByteArrayInputStream(file), year, quarter);
    }

    private ImportPreview upload(
            String government, String name, InputStream file, @Nullable Integer year, @Nullable Integer quarter) {
        return as(government, () -> {
            try {
                return imports.upload(name, file, year, quarter);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public ImportPreview preview(ImportPreview earlier) {
        return as(
                earlier.table().government(),
                () -> imports.preview(earlier.table().id()));
    }

    ImportRow correct(ImportPreview preview, int row, Map<String, @Nullable Object> values) {
        return correct(preview, row, RowCorrection.ofValues(values));
    }

    ImportRow correct(ImportPreview preview, int row, RowCorrection correction) {
        return as(
                preview.table().government(),
                () -> imports.correct(preview.table().id(), row, correction));
    }

    public Confirmation confirm(ImportPreview preview) {
        return confirm(preview, true);
    }

    public Confirmation confirm(ImportPreview preview, boolean acceptNewUnits) {
        return as(
                preview.table().government(),
                () -> imports.confirm(preview.table().id(), acceptNewUnits));
    }

    /** Uploads and confirms. */
    public Confirmation take(String government, String sharedFile) {
        return confirm(upload(government, sharedFile));
    }

    <T> T as(String government, Supplier<T> act) {
        return cities.as(government + "-officer", act);
    }

    static List<String> codes(ImportRow row) {
        return row.problems().stream().map(problem -> problem.code()).toList();
    }
}
