package org.supervision.keytask;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The figures that a report states in its words, held against the targets it reports on. */
public final class StatedFigures {

    private static final List<Pattern> SAME_UNITS = IndicatorWords.each("same units");
    private static final List<Pattern> ONE_UNIT = IndicatorWords.each("one unit");

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

    /**
     * What a text counts in a unit that is not the one of the name, as "name unit / unit asked for".
     *
     * @param units of what is measured, by its name
     */
    public static List<String> inOtherUnits(String text, Map<String, String> units) {
        return IndicatorExtractor.ofYear(text).stream()
                .map(FoundIndicator::indicator)
                .filter(found ->
                        units.containsKey(found.name()) && !within(ONE_UNIT, found.unit(), units.get(found.name())))
                .map(found -> found.name() + " " + found.unit() + " / " + units.get(found.name()))
                .distinct()
                .toList();
    }

    /** What is counted in one word for things may be counted in another; a person is never a house. */
    static boolean inOneUnit(String one, String other) {
        return within(SAME_UNITS, one, other);
    }

    private static boolean within(List<Pattern> groups, String one, String other) {
        return one.equals(other)
                || groups.stream()
                        .anyMatch(units -> units.matcher(one).matches()
                                && units.matcher(other).matches());
    }
}
