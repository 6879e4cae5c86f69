package org.supervision.tables.read;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The characters of one page with their places: a line is what stands on one base line, whatever its fonts. */
final class PdfText extends PDFTextStripper {

    /** Shares of a character's size: how far base lines of one line differ, and from what gap on words are apart. */
    private static final double SAME_LINE = 0.4;

    private static final double GAP = 0.2;

    private final List<TextPosition> characters = new ArrayList<>();

    private PdfText() throws IOException {}

    static PdfText of(PDDocument document, int page) throws IOException {
        PdfText text = new PdfText();
        text.setStartPage(page);
        text.setEndPage(page);
        text.writeText(document, Writer.nullWriter());
        return text;
    }

    @Override
    protected void processTextPosition(TextPosition character) {
        characters.add(character);
    }

    /**
     * A line as it stands on the page.
     *
     * @param left its first edge in points
     * @param width in points
     * @param size of its characters in points
     */
    record PlacedLine(String text, double left, double width, double size) {}

    /** The lines of the area; each character is taken once. */
    List<PlacedLine> take(Rectangle2D area) {
        List<TextPosition> inside = characters.stream()
                .filter(character -> area.contains(character.getX() + character.getWidth() / 2, character.getY()))
                .sorted(Comparator.comparing(TextPosition::getY))
                .toList();
        characters.removeIf(new HashSet<>(inside)::contains);
        List<PlacedLine> lines = new ArrayList<>();
        List<TextPosition> line = new ArrayList<>();
        for (TextPosition character : inside) {
            if (!line.isEmpty() && character.getY() - line.get(0).getY() > SAME_LINE * character.getFontSizeInPt()) {
                add(line, lines);
                line.clear();
            }
            line.add(character);
        }
        add(line, lines);
        return lines;
    }

    private static void add(List<TextPosition> characters, List<PlacedLine> lines) {
        List<TextPosition> line = characters.stream()
                .filter(character -> !character.getUnicode().isBlank())
                .sorted(Comparator.comparing(TextPosition::getX))
                .toList();
        if (!line.isEmpty()) {
            TextPosition last = line.get(line.size() - 1);
            double left = line.get(0).getX();
            double size = line.stream()
                    .mapToDouble(TextPosition::getFontSizeInPt)
                    .max()
                    .orElseThrow();
            lines.add(new PlacedLine(text(characters), left, last.getX() + last.getWidth() - left, size));
        }
    }

    private static String text(List<TextPosition> line) {
        StringBuilder text = new StringBuilder();
        double end = Double.MAX_VALUE;
        for (TextPosition character :
                line.stream().sorted(Comparator.comparing(TextPosition::getX)).toList()) {
            String written = character.getUnicode();
            if (character.getX() - end > GAP * character.getFontSizeInPt() && endsLatin(text) && endsLatin(written)) {
                text.append(' ');
            }
            text.append(written);
            end = character.getX() + character.getWidth();
        }
        return Texts.clean(text.toString());
    }

    private static boolean endsLatin(CharSequence text) {
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        return last < 128 && Character.isLetterOrDigit(last);
    }
}
