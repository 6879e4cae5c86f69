package org.supervision.identity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A text without white space that remembers where white space was. */
final class UnitNameChunk {

    private final BitSet breaks = new BitSet();
    private final boolean bracketed;
    private String text = "";

    UnitNameChunk(boolean bracketed) {
        this.bracketed = bracketed;
    }

    void append(String more) {
        for (char character : more.toCharArray()) {
            if (UnitDirectory.key(String.valueOf(character)).isEmpty()) {
                breaks.set(text.length(), !text.isEmpty());
            } else {
                text += character;
            }
        }
    }

    /** Whether white space, the beginning or the end is here. */
    boolean isEdge(int position) {
        return position == 0 || position == text.length() || breaks.get(position);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= text.length(); end++) {
            if (isEdge(end)) {
                lines.add(text.substring(start, end));
                start = end;
            }
        }
        return lines;
    }

    String text() {
        return text;
    }

    boolean isBracketed() {
        return bracketed;
    }

    /** Whether no white space was inside. */
    boolean isWhole() {
        return breaks.previousSetBit(text.length() - 1) < 0;
    }
}
