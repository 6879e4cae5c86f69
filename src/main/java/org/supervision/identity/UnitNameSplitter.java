package org.supervision.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Splits a cell of unit names that may be glued together, broken over lines or put in brackets.
 *
 * <p>Of all ways to cut the text the cheapest is taken: names of the directory first, then names that stand alone
 * elsewhere in the document, then what begins and ends as names do. Whatever rests on form alone is marked as guessed.
 */
public final class UnitNameSplitter {

    private static final int LONGEST_NAME = 40;

    private final UnitNameForms forms = UnitNameForms.INSTANCE;
    private final UnitDirectory directory;
    private final Set<String> evidence;

    public UnitNameSplitter(UnitDirectory directory) {
        this(directory, Set.of());
    }

    private UnitNameSplitter(UnitDirectory directory, Set<String> evidence) {
        this.directory = directory;
        this.evidence = evidence;
    }

    /** How sure a name is. */
    public enum Certainty {
        /** In the directory. */
        KNOWN,
        /** Not in the directory, but it stands alone in this or another cell. */
        NEW,
        /** Cut out of a longer text by its form only. */
        GUESSED,
        /** What is left between other names and does not look like a name. */
        UNREADABLE,
        /** Stands for several units that a person has to name. */
        GROUP
    }

    /** One name as the text has it, without white space; {@code bracketed} if it stood in brackets of its own. */
    public record Part(String name, Certainty certainty, boolean bracketed) {}

    /** A splitter that also knows the names which stand alone in one of these cells. */
    public UnitNameSplitter withEvidenceOf(Collection<String> cells) {
        Set<String> names = new HashSet<>();
        for (String cell : cells) {
            List<UnitNameChunk> chunks = chunks(cell);
            for (UnitNameChunk chunk : chunks) {
                if (standsAlone(chunk.text(), chunks.size() == 1 && chunk.isWhole())) {
                    names.add(UnitDirectory.key(chunk.text()));
                }
                chunk.lines().stream()
                        .filter(line -> standsAlone(line, false))
                        .map(UnitDirectory::key)
                        .forEach(names::add);
            }
        }
        return new UnitNameSplitter(directory, Set.copyOf(names));
    }

    /** The names of the text in its order; empty for a blank text. */
    public List<Part> split(String text) {
        return chunks(text).stream()
                .flatMap(chunk -> new Cut(chunk).parts().stream())
                .toList();
    }

    /** Whether the text consists of names only, each known or well formed. */
    public boolean readsAsUnits(String text) {
        List<Part> parts = split(text);
        return !parts.isEmpty()
                && parts.stream()
                        .noneMatch(part -> part.certainty() == Certainty.UNREADABLE
                                || part.name().length() > 20);
    }

    /** Whether the text begins as names do: with a known one, or by its form. */
    public boolean beginsAsName(String text) {
        String key = UnitDirectory.key(text);
        List<Part> parts = split(key);
        return forms.headAt(key, 0) || !parts.isEmpty() && isKnown(parts.get(0).name());
    }

    /** Whether the name stands for several units, by the directory or by its form. */
    public boolean isGroup(String name) {
        String key = UnitDirectory.key(name);
        return directory.find(key).map(UnitDirectory.Entry::group).orElseGet(() -> forms.isGroup(key));
    }

    private boolean isKnown(String name) {
        return directory.find(name).isPresent();
    }

    private boolean isEvident(String name) {
        return evidence.contains(UnitDirectory.key(name));
    }

    /** A whole cell may also be a name without the usual beginning or ending. */
    private boolean standsAlone(String text, boolean wholeCell) {
        String name = UnitDirectory.key(text);
        if (name.length() < 3 || name.length() > 20 || forms.isGroup(name)) {
            return false;
        }
        List<UnitNameForms.Found> endings = forms.endingsIn(name);
        boolean cutInside = endings.stream()
                .anyMatch(found -> found.end() < name.length()
                        && (forms.headAt(name, found.end())
                                || found.ending() == UnitNameForms.Ending.FIRM && !forms.isSubordinate(name)));
        boolean ended = endings.stream().anyMatch(found -> found.end() == name.length() && found.start() > 0);
        return !cutInside && (ended && (forms.headAt(name, 0) || wholeCell) || wholeCell && name.length() <= 8);
    }

    /** The pieces of the text between separators and around names in brackets. */
    private List<UnitNameChunk> chunks(String text) {
        List<UnitNameChunk> chunks = new ArrayList<>();
        String cell = forms.withoutLabels(text);
        UnitNameChunk current = new UnitNameChunk(false);
        int depth = 0;
        for (int i = 0; i < cell.length(); i++) {
            char character = cell.charAt(i);
            char plain =
                    UnitDirectory.key(String.valueOf(character)).concat(" ").charAt(0);
            int close = plain == '(' && depth == 0 ? closing(cell, i) : -1;
            if (close > 0 && isNameOfItsOwn(cell.substring(i + 1, close))) {
                chunks.add(current);
                current = new UnitNameChunk(true);
                current.append(cell.substring(i + 1, close));
                chunks.add(current);
                current = new UnitNameChunk(false);
                i = close;
            } else if (forms.isSeparator(character) && depth == 0) {
                chunks.add(current);
                current = new UnitNameChunk(false);
            } else {
                depth = Math.max(0, depth + (plain == '(' ? 1 : plain == ')' ? -1 : 0));
                current.append(String.valueOf(character));
            }
        }
        chunks.add(current);
        chunks.removeIf(chunk -> chunk.text().isEmpty());
        return chunks;
    }

    private boolean isNameOfItsOwn(String text) {
        return isKnown(text) || isEvident(text) || standsAlone(text, false);
    }

    private static int closing(String text, int open) {
        for (int i = open + 1; i < text.length(); i++) {
            if (UnitDirectory.key(text.substring(i, i + 1)).equals(")")) {
                return i;
            }
        }
        return -1;
    }

    /** The cheapest way to cut one chunk; the costs only have to be in the right order, and the tests hold that order. */
    private final class Cut {

        private static final int KNOWN = 1;
        private static final int EVIDENT = 2;
        private static final int FORMED = 5;
        private static final int FORMED_WITHOUT_HEAD = 11;
        private static final int UNREADABLE = 16;
        private static final int BREAK_BEHIND_ENDING = 10;
        private static final int BREAK_INSIDE = 3;
        private static final int ENDING_INSIDE = 10;
        private static final int LOOSE_ENDING_INSIDE = 3;
        private static final int CONTINUED = 2;
        private static final int ENDS_WITH_OTHER_NAME = 15;

        private final UnitNameChunk chunk;
        private final String text;
        private final List<List<UnitNameForms.Found>> endingsAt = new ArrayList<>();
        private final int[] depth;

        /** For each position where the nearest name of others begins that ends there; -1 without one. */
        private final int[] otherNameFrom;

        private Cut(UnitNameChunk chunk) {
            this.chunk = chunk;
            this.text = halfWidth(chunk.text());
            for (int i = 0; i <= text.length(); i++) {
                endingsAt.add(new ArrayList<>(0));
            }
            forms.endingsIn(text).forEach(found -> endingsAt.get(found.end()).add(found));
            this.otherNameFrom = new int[text.length() + 1];
            this.depth = new int[text.length() + 1];
            for (int i = 0; i < text.length(); i++) {
                int change = text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
                depth[i + 1] = Math.max(0, depth[i] + change);
            }
        }

        private List<Part> parts() {
            int[] best = new int[text.length() + 1];
            int[] from = new int[text.length() + 1];
            for (int end = 1; end <= text.length(); end++) {
                best[end] = Integer.MAX_VALUE / 2;
                otherNameFrom[end] = nearestName(end);
                for (int start = Math.max(0, end - LONGEST_NAME); start < end; start++) {
                    boolean insideBrackets = depth[start] > 0 || end < text.length() && depth[end] > 0;
                    int cost = best[start] + cost(start, end) + (insideBrackets ? 1000 : 0);
                    if (cost < best[end]) {
                        best[end] = cost;
                        from[end] = start;
                    }
                }
            }
            List<Part> parts = new ArrayList<>();
            for (int end = text.length(); end > 0; end = from[end]) {
                parts.add(
                        0,
                        new Part(
                                chunk.text().substring(from[end], end),
                                certainty(from[end], end),
                                chunk.isBracketed()));
            }
            return parts;
        }

        private Certainty certainty(int start, int end) {
            String name = text.substring(start, end);
            if (isGroup(name)) {
                return Certainty.GROUP;
            }
            if (isKnown(name)) {
                return Certainty.KNOWN;
            }
            if (isEvident(name)) {
                return Certainty.NEW;
            }
            if (!isFormed(start, end)) {
                return Certainty.UNREADABLE;
            }
            boolean delimited = chunk.isEdge(start) && chunk.isEdge(end) && insideCost(start, end) == 0;
            return delimited ? Certainty.NEW : Certainty.GUESSED;
        }

        private int cost(int start, int end) {
            String name = text.substring(start, end);
            if (isKnown(name)) {
                return KNOWN;
            }
            if (isEvident(name)) {
                return EVIDENT;
            }
            int inside = insideCost(start, end) + (otherNameFrom[end] > start ? ENDS_WITH_OTHER_NAME : 0);
            if (!isFormed(start, end)) {
                return inside + UNREADABLE + (name.length() < 2 ? UNREADABLE : 0);
            }
            boolean begins = chunk.isEdge(start) || forms.headAt(text, start);
            return inside + (begins ? FORMED : FORMED_WITHOUT_HEAD);
        }

        private boolean isFormed(int start, int end) {
            String name = text.substring(start, end);
            return forms.isGroup(name)
                    || !forms.isBareEnding(name)
                            && endingsAt.get(end).stream().anyMatch(found -> found.start() >= start);
        }

        private int insideCost(int start, int end) {
            boolean subordinate = forms.isSubordinate(text.substring(start, end));
            int cost = 0;
            for (int at = start + 1; at < end; at++) {
                for (UnitNameForms.Found found : endingsAt.get(at)) {
                    cost += found.start() >= start ? endingInside(found, subordinate) : 0;
                }
                if (chunk.isEdge(at)) {
                    cost += endingsAt.get(at).isEmpty() ? BREAK_INSIDE : BREAK_BEHIND_ENDING;
                }
            }
            return cost;
        }

        private int endingInside(UnitNameForms.Found found, boolean subordinate) {
            if (depth[found.end()] > 0) {
                return 0;
            }
            if (forms.headAt(text, found.end())) {
                return ENDING_INSIDE;
            }
            return switch (found.ending()) {
                case CONTINUED -> CONTINUED;
                case LOOSE -> LOOSE_ENDING_INSIDE;
                case FIRM -> subordinate ? CONTINUED : ENDING_INSIDE;
            };
        }

        private int nearestName(int end) {
            for (int start = end - 3; start > Math.max(0, end - LONGEST_NAME); start--) {
                String name = text.substring(start, end);
                if (isKnown(name) || isEvident(name)) {
                    return start;
                }
            }
            return -1;
        }

        /** Character by character, so that positions stay. */
        private String halfWidth(String full) {
            StringBuilder half = new StringBuilder();
            for (char character : full.toCharArray()) {
                String key = UnitDirectory.key(String.valueOf(character));
                half.append(key.length() == 1 ? key.charAt(0) : character);
            }
            return half.toString();
        }
    }
}
