package org.supervision.tables.read;

import java.util.Locale;

/**
 * Where a text stands in the uploaded document, so that a person finds it again.
 *
 * @param place the sheet's name, or the ordinal of table or page; empty for lines and paragraphs
 * @param row line, paragraph, entry, or row of sheet or table, from 1
 * @param column column from 1; 0 for a whole line or paragraph
 */
public record SourcePosition(Kind kind, String place, int row, int column) {

    /** Key of the text for people. */
    public String textKey() {
        return "tables.position." + kind.name().toLowerCase(Locale.ROOT);
    }

    /** The ways in which documents are addressed. */
    public enum Kind {
        LINE,
        PARAGRAPH,
        CELL,
        TABLE,
        PAGE,
        ENTRY
    }

    /** One of the objects of open data. */
    static SourcePosition entry(int ordinal) {
        return new SourcePosition(Kind.ENTRY, "", ordinal, 0);
    }

    static SourcePosition line(int line) {
        return new SourcePosition(Kind.LINE, "", line, 0);
    }

    static SourcePosition paragraph(int ordinal) {
        return new SourcePosition(Kind.PARAGRAPH, "", ordinal, 0);
    }

    static SourcePosition cell(String sheet, int row, int column) {
        return new SourcePosition(Kind.CELL, sheet, row, column);
    }

    static SourcePosition table(int ordinal, int row, int column) {
        return new SourcePosition(Kind.TABLE, Integer.toString(ordinal), row, column);
    }

    static SourcePosition page(int page, int row, int column) {
        return new SourcePosition(Kind.PAGE, Integer.toString(page), row, column);
    }

    SourcePosition inColumn(int other) {
        return new SourcePosition(kind, place, row, other);
    }
}
