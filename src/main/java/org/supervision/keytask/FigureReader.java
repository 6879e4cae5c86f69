package org.supervision.keytask;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supervision.keytask.Figure.Kind;
import org.supervision.keytask.Indicator.Scale;

/** Finds the numbers with units in a text, whether they are targets or not. */
final class FigureReader {

    private static final Map<Kind, Pattern> UNITS = IndicatorWords.patterns(Kind.values(), "unit ", "^");
    private static final Map<Scale, Pattern> SCALES = IndicatorWords.patterns(Scale.values(), "scale ", "^");
    private static final Map<Indicator.Comparator, Pattern> BEHIND =
            IndicatorWords.patterns(Indicator.Comparator.values(), "after ", "^");

    private static final String DIGITS =
            "(?:\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,6})?|\\d{1,12}(?:\\.\\d{1,6})?)(?!\\d)";
    private static final String SCALE = "(?:"
            + Stream.of("TRILLION", "HUNDRED_MILLION", "TEN_THOUSAND")
                    .map(scale -> IndicatorWords.anyOf("scale " + scale))
                    .collect(Collectors.joining("|"))
            + ")";
    private static final String UNIT = "(?:"
            + Stream.of(Kind.values())
                    .filter(UNITS::containsKey)
                    .map(kind -> IndicatorWords.anyOf("unit " + kind))
                    .collect(Collectors.joining("|"))
            + ")" + IndicatorWords.anyOf("per") + "?";
    private static final String MORE = IndicatorWords.anyOf("more");

    /** A number, or two that are the ends of a range. */
    private static final Pattern FIGURE = Pattern.compile("(?=\\d)(?<![\\d.])(?<low>" + DIGITS + ")"
            + "(?:" + SCALE + "?(?:" + UNIT + ")?" + IndicatorWords.anyOf("range") + "(?<high>" + DIGITS + "))?"
            + "(?<more>" + MORE + ")?"
            + "(?<power>[" + IndicatorWords.only("powers") + "](?=" + SCALE + "|" + UNIT + "))?"
            + "(?<scale>" + SCALE + ")?(?<more2>" + MORE + ")?(?<unit>" + UNIT + ")?");

    private static final Pattern WRITTEN = Pattern.compile("(?=[" + WrittenNumber.CHARACTERS + "])(?<!["
            + WrittenNumber.CHARACTERS
            + IndicatorWords.only("inside a word") + "\\d])(?<number>[" + WrittenNumber.CHARACTERS + "]{1,4})(?<scale>"
            + SCALE + ")?(?<unit>" + IndicatorWords.anyOf("written counted") + "|"
            + IndicatorWords.anyOf("written at end") + "(?=" + IndicatorWords.anyOf("closed") + "|"
            + IndicatorWords.anyOf("after GE") + "|" + IndicatorWords.anyOf("after APPROX") + "))");
    private static final Pattern ONE = Pattern.compile("^" + IndicatorWords.anyOf("one of"));

    private static final Pattern JOINED = IndicatorWords.pattern("and");
    private static final Pattern RANK = IndicatorWords.pattern("rank");
    private static final String RANK_UNIT = IndicatorWords.only("rank unit");

    private final PlainText text;
    private final List<Figure> figures = new ArrayList<>();

    private FigureReader(PlainText text) {
        this.text = text;
    }

    /** In their order, none within another. */
    static List<Figure> read(PlainText text) {
        FigureReader reader = new FigureReader(text);
        RANK.matcher(text.open).results().forEach(found -> reader.rank(found.start(), found.end()));
        FIGURE.matcher(text.open).results().forEach(found -> reader.digits(found.start(), found.end()));
        WRITTEN.matcher(text.open).results().forEach(found -> reader.written(found.start(), found.end()));
        reader.figures.sort(Comparator.comparing(Figure::start));
        reader.shareUnits();
        return reader.figures;
    }

    /** Of numbers that are only joined, the last one's unit is that of all. */
    private void shareUnits() {
        for (int i = figures.size() - 2; i >= 0; i--) {
            Figure figure = figures.get(i);
            Figure next = figures.get(i + 1);
            if (figure.kind() == Kind.BARE
                    && figure.behind() == null
                    && JOINED.matcher(text.open.substring(figure.end(), next.start()))
                            .matches()) {
                figures.set(i, figure.inUnitOf(next));
            }
        }
    }

    private void rank(int start, int end) {
        Matcher found = RANK.matcher(text.open).region(start, end).useTransparentBounds(true);
        if (found.lookingAt()) {
            String group = Stream.of("nth", "standing", "standing2", "first")
                    .filter(name -> found.group(name) != null)
                    .findFirst()
                    .orElseThrow();
            String unit = Stream.of("unit", "unit2")
                    .map(found::group)
                    .filter(word -> word != null)
                    .findFirst()
                    .orElse(RANK_UNIT);
            BigDecimal value = number(found.group(group));
            Indicator.Comparator first = group.equals("first") ? Indicator.Comparator.LE : null;
            add(new Figure(found.start(group) - 1, found.end(), Kind.RANK, value, null, unit, Scale.ONE, first));
        }
    }

    private void digits(int start, int end) {
        Matcher found = FIGURE.matcher(text.open).region(start, end).useTransparentBounds(true);
        if (!found.lookingAt()) {
            return;
        }
        String unit = found.group("unit");
        String low = found.group("low");
        boolean more = found.group("more") != null || found.group("more2") != null;
        if (unit == null && found.group("scale") == null) {
            add(behind(new Figure(start, found.end("low"), Kind.BARE, decimal(low), null, "", Scale.ONE, null)));
            return;
        }
        int power =
                found.group("power") == null ? 0 : IndicatorWords.only("powers").indexOf(found.group("power")) + 1;
        BigDecimal high = found.group("high") == null ? null : decimal(found.group("high"));
        add(behind(new Figure(
                start,
                found.end(),
                kind(unit),
                decimal(low).scaleByPowerOfTen(power),
                high == null ? null : high.scaleByPowerOfTen(power),
                unit == null ? "" : unit,
                scale(found.group("scale")),
                more ? Indicator.Comparator.GT : null)));
    }

    private void written(int start, int end) {
        Matcher found = WRITTEN.matcher(text.open).region(start, end).useTransparentBounds(true);
        if (found.lookingAt()) {
            BigDecimal value = WrittenNumber.of(found.group("number"));
            boolean single = value.equals(BigDecimal.ONE);
            if (!single
                    || ONE.matcher(text.open)
                            .region(start, end)
                            .useTransparentBounds(true)
                            .lookingAt()) {
                add(behind(new Figure(
                        start, end, Kind.COUNT, value, null, found.group("unit"), scale(found.group("scale")), null)));
            }
        }
    }

    /** Takes in the comparator that follows. */
    private Figure behind(Figure figure) {
        for (Map.Entry<Indicator.Comparator, Pattern> word : BEHIND.entrySet()) {
            Matcher found = word.getValue()
                    .matcher(text.open)
                    .region(figure.end(), text.open.length())
                    .useTransparentBounds(true);
            if (found.lookingAt()) {
                return figure.upTo(found.end(), word.getKey());
            }
        }
        return figure;
    }

    private void add(Figure figure) {
        boolean taken =
                figures.stream().anyMatch(other -> figure.start() < other.end() && other.start() < figure.end());
        if (!taken) {
            figures.add(figure);
        }
    }

    private static Kind kind(@Nullable String unit) {
        return UNITS.entrySet().stream()
                .filter(kind -> unit != null && kind.getValue().matcher(unit).lookingAt())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Kind.BARE);
    }

    private static Scale scale(@Nullable String word) {
        return SCALES.entrySet().stream()
                .filter(scale -> word != null && scale.getValue().matcher(word).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Scale.ONE);
    }

    private static BigDecimal number(String text) {
        return Character.isDigit(text.charAt(0)) ? decimal(text) : WrittenNumber.of(text);
    }

    private static BigDecimal decimal(String digits) {
        return new BigDecimal(digits.replace(",", ""));
    }
}
