package org.supervision.tables.write;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import org.supervision.tables.read.OpenLedger;

/** Writes a ledger as open data, its texts untouched. */
final class JsonWriter implements LedgerWriter {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Override
    public void write(Ledger ledger, OutputStream file) throws IOException {
        JSON.writeValue(
                file,
                new OpenLedger(
                        ledger.layout(),
                        ledger.title(),
                        ledger.year(),
                        ledger.quarter(),
                        ledger.rows().stream()
                                .map(row -> OpenLedger.keyTask(row.values(), ledger.layout(), row.adjustments()))
                                .toList()));
    }
}
