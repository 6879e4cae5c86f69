package org.supervision.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.supervision.shared.YearRegister;
import org.supervision.shared.YearRegister.Column;
import org.supervision.shared.YearRegister.Column.Kind;
import org.supervision.tables.YearExport.File;
import org.supervision.tables.write.LedgerFormat;
import org.supervision.tables.write.RegisterDocument;

/** Reads what the modules keep of a year and writes it as plain tables, in Chinese. */
@Component
class YearRegisters {

    private static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;

    private final List<YearRegister> registers;
    private final NamedParameterJdbcTemplate jdbc;
    private final MessageSource messages;
    private final ObjectMapper json;

    YearRegisters(
            List<YearRegister> registers, NamedParameterJdbcTemplate jdbc, MessageSource messages, ObjectMapper json) {
        this.registers = registers.stream()
                .sorted(Comparator.comparing(YearRegister::name))
                .toList();
        this.jdbc = jdbc;
        this.messages = messages;
        this.json = json;
    }

    List<YearRegister> all() {
        return registers;
    }

    byte[] write(@Nullable String name, YearExport export, LedgerFormat format) {
        YearRegister register = registers.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        boolean forPeople = format != LedgerFormat.CSV;
        RegisterDocument document = RegisterDocument.begin(
                format,
                text(register.name()),
                register.columns().stream()
                        .filter(column -> !forPeople || column.kind() != Kind.JOINED)
                        .map(column -> text(column.key()))
                        .toList());
        // Row by row: the trail of a year is long.
        jdbc.query(
                register.query(),
                new MapSqlParameterSource("government", export.government()).addValue("year", export.year()),
                row -> {
                    List<String> texts = row(row, register.columns());
                    document.row(forPeople ? readable(texts, register.columns()) : texts);
                });
        return document.end();
    }

    private List<String> row(ResultSet row, List<Column> columns) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String value = Objects.requireNonNullElse(row.getString(i + 1), "");
            String words = columns.get(i).words();
            texts.add(
                    words == null || value.isEmpty() || columns.get(i).kind() == Kind.CHANGES
                            ? value
                            : word(words + value, value));
        }
        return texts;
    }

    private List<String> readable(List<String> texts, List<Column> columns) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Column column = columns.get(i);
            String value = column.kind() == Kind.CHANGES ? changes(texts.get(i), column) : texts.get(i);
            if (column.kind() != Kind.JOINED) {
                cells.add(value);
            } else if (!value.isEmpty()) {
                int last = cells.size() - 1;
                cells.set(last, cells.get(last).isEmpty() ? value : cells.get(last) + "\n" + value);
            }
        }
        return cells;
    }

    /** A line for each field: what stood there, and what does now. */
    private String changes(String stored, Column column) {
        try {
            List<String> lines = new ArrayList<>();
            json.readTree(stored)
                    .fields()
                    .forEachRemaining(field -> lines.add(text(
                            "tables.register.change",
                            word(column.words() + "field." + field.getKey(), field.getKey()),
                            shown(field.getValue().path("before"), column, field.getKey()),
                            shown(field.getValue().path("after"), column, field.getKey()))));
            return String.join("\n", lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String shown(JsonNode value, Column column, String field) {
        return value.isNull() || value.isMissingNode()
                ? text("tables.register.nothing")
                : word(column.words() + "value." + field + "." + value.asText(), value.asText());
    }

    private String word(String key, String otherwise) {
        return Objects.requireNonNull(messages.getMessage(key, null, otherwise, LANGUAGE));
    }

    /** The table of contents: which files there are, and the hash of each. */
    byte[] contents(YearExport export, List<File> files, LedgerFormat format) {
        RegisterDocument document = RegisterDocument.begin(
                format,
                text("tables.archive.contents", String.valueOf(export.year())),
                List.of(
                        text("tables.archive.contents.position"),
                        text("tables.archive.contents.name"),
                        text("tables.archive.contents.sha256")));
        for (File file : files) {
            document.row(List.of(
                    String.valueOf(file.position() + 1), file.name(), Objects.requireNonNullElse(file.sha256(), "")));
        }
        return document.end();
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LANGUAGE);
    }
}
