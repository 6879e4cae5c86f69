package org.supervision.keytask;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** The figures that a report states in its words, held against the targets it reports on. */
public final class StatedFigures {

    private static final List<Pattern> SAME_UNITS = IndicatorWords.each("same units");

    private final List<Figure> figures;

    private StatedFigures(List<Figure> figures) {
        this.figures = figures;
    }

    public static StatedFigures of(String text) {
        return new StatedFigures(FigureReader.read(PlainText.of(text)));
    }

    /** Those of the targets that none of the figures can be about, for none is in their unit; each at most once. */
    public List<Indicator> missing(Collection<Indicator> targets) {
        return targets.stream()
                .filter(Indicator::isCounted)
                .filter(target -> figures.stream().noneMatch(figure -> inOneUnit(figure.unit(), target.unit())))
                .distinct()
                .toList();
    }

    /** What is counted in one word for things may be counted in another; a person is never a house. */
    static boolean inOneUnit(String one, String other) {
        return one.equals(other)
                || SAME_UNITS.stream()
                        .anyMatch(units -> units.matcher(one).matches()
                                && units.matcher(other).matches());
    }
}
