package org.supervision.tables.write;

import java.util.ArrayList;
import java.util.List;

/** Spreads paragraphs over as many cells as they need: an office file's cell holds no more than so many characters. */
final class CellPieces {

    static final int MOST_CHARACTERS = 32_767;

    private CellPieces() {}

    /** The text of each cell, one paragraph a line; a paragraph is cut only if it is too long for a cell of its own. */
    static List<String> of(List<String> paragraphs) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (String paragraph : paragraphs) {
            if (!piece.isEmpty() && piece.length() + 1 + paragraph.length() > MOST_CHARACTERS) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(piece.isEmpty() ? "" : "\n").append(paragraph);
            while (piece.length() > MOST_CHARACTERS) {
                int end = Character.isHighSurrogate(piece.charAt(MOST_CHARACTERS - 1))
                        ? MOST_CHARACTERS - 1
                        : MOST_CHARACTERS;
                pieces.add(piece.substring(0, end));
                piece.delete(0, end);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
