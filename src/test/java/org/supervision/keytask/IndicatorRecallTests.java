package org.supervision.keytask;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supervision.tables.read.SharedDocuments;

/** How many of the figures that checked texts promise or state are found, and how many of those found are right. */
class IndicatorRecallTests {

    private static final double AIM = 0.95;

    /** Found, wanted and both at once, over any number of texts. */
    private static final class Score {

        private final String name;
        private final List<String> misses = new ArrayList<>();
        private int right;
        private int wanted;
        private int found;

        private Score(String name) {
            this.name = name;
        }

        /** A match is by value and unit within the sentence. */
        void compare(String sentence, List<String> expected, List<FoundIndicator> read) {
            List<String> left = new ArrayList<>(read.stream()
                    .map(FoundIndicator::indicator)
                    .filter(indicator -> indicator.value() != null)
                    .map(Score::figure)
                    .toList());
            wanted += expected.size();
            found += left.size();
            List<String> missing = new ArrayList<>();
            for (String figure : expected) {
                if (left.remove(figure)) {
                    right++;
                } else {
                    missing.add(figure);
                }
            }
            if (!missing.isEmpty() || !left.isEmpty()) {
                misses.add(sentence + "\n    missing " + missing + ", not asked for " + left);
            }
        }

        private static String figure(Indicator indicator) {
            return figure(
                    indicator.value().stripTrailingZeros().toPlainString()
                            + (indicator.stretchValue() == null
                                    ? ""
                                    : "~"
                                            + indicator
                                                    .stretchValue()
                                                    .stripTrailingZeros()
                                                    .toPlainString()),
                    scale(indicator.scale()) + indicator.unit());
        }

        private static String figure(String value, String unit) {
            return value + " " + unit.replaceFirst("^个(?=百分点|工作日)", "");
        }

        private static String scale(Indicator.Scale scale) {
            return switch (scale) {
                case ONE -> "";
                case TEN_THOUSAND -> "万";
                case HUNDRED_MILLION -> "亿";
                case TRILLION -> "万亿";
            };
        }

        double recall() {
            return (double) right / wanted;
        }

        double precision() {
            return (double) right / found;
        }

        void holds() {
            System.out.printf(
                    "indicators %s: recall %.3f precision %.3f (%d right, %d wanted, %d found)%n",
                    name, recall(), precision(), right, wanted, found);
            assertThat(recall())
                    .as("recall in %s: %s", name, String.join("\n", misses))
                    .isGreaterThanOrEqualTo(AIM);
            assertThat(precision())
                    .as("precision in %s: %s", name, String.join("\n", misses))
                    .isGreaterThanOrEqualTo(AIM);
        }
    }

    @Test
    void findsTheFiguresOfTheGoalsOfThePlan() {
        Score score = new Score("goals of the plan");
        JsonNode tasks = SharedDocuments.expected("000.json").path("tasks");
        for (JsonNode task : SharedDocuments.expected("000-indicators.json")) {
            String goal = "";
            for (JsonNode candidate : tasks) {
                if (candidate.path("number").asInt() == task.path("number").asInt()) {
                    goal = candidate.path("goal").asText();
                }
            }
            score.compare(goal, expected(task.path("indicators")), IndicatorExtractor.ofYear(goal));
        }
        score.holds();
    }

    @Test
    void findsTheFiguresOfTheNarrative() {
        Score score = new Score("narrative");
        JsonNode narrative = SharedDocuments.expected("004.json");
        section(narrative.path("intro"), score);
        narrative.path("reviewSections").forEach(section -> section(section, score));
        narrative.path("planSections").forEach(section -> section(section, score));
        score.holds();
    }

    /** The domain counts 44 of the 152; which ones, nobody wrote down. */
    @Test
    void findsANumericTargetInAsManyGoalsOfTheResultListAsPeopleCounted() {
        int withFigure = 0;
        for (JsonNode task : SharedDocuments.expected("003.json").path("tasks")) {
            boolean found = IndicatorExtractor.ofYear(task.path("goal").asText()).stream()
                    .anyMatch(each -> each.indicator().value() != null);
            withFigure += found ? 1 : 0;
        }
        System.out.printf("indicators result list: %d of 152 goals have a figure%n", withFigure);
        assertThat(withFigure).isEqualTo(44);
    }

    private static void section(JsonNode section, Score score) {
        List<JsonNode> left = new ArrayList<>();
        section.path("indicators").forEach(left::add);
        for (JsonNode sentence : section.path("sentences")) {
            String text = sentence.asText();
            List<JsonNode> here = left.stream()
                    .filter(indicator -> text.contains(indicator.path("text").asText()))
                    .toList();
            left.removeAll(here);
            score.compare(
                    text, here.stream().map(IndicatorRecallTests::figure).toList(), IndicatorExtractor.ofYear(text));
        }
        assertThat(left).isEmpty();
    }

    private static List<String> expected(JsonNode indicators) {
        List<String> figures = new ArrayList<>();
        indicators.forEach(indicator -> figures.add(figure(indicator)));
        return figures;
    }

    private static String figure(JsonNode indicator) {
        return Score.figure(
                new BigDecimal(indicator.path("value").asText())
                        .stripTrailingZeros()
                        .toPlainString(),
                indicator.path("unit").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"seen", "fresh", "later"})
    void findsTheFiguresOfOtherWorkReports(String part) {
        Score score = new Score("work reports, " + part);
        sentences(part).forEach(line -> {
            String[] sides = line.split("\\|", -1);
            List<String> expected = Stream.of(sides[1].split(";"))
                    .map(String::strip)
                    .filter(figure -> !figure.isEmpty())
                    .map(figure -> Score.figure(figure.split(" ")[0], figure.split(" ")[1]))
                    .toList();
            score.compare(sides[0], expected, IndicatorExtractor.ofYear(sides[0]));
        });
        score.holds();
    }

    private static List<String> sentences(String part) {
        List<String> lines = new ArrayList<>();
        boolean wanted = false;
        try {
            for (String line : Files.readAllLines(Path.of("src/test/resources/keytask/work-report-sentences.txt"))) {
                if (line.startsWith("[")) {
                    wanted = line.equals("[" + part + "]");
                } else if (wanted && line.contains("|")) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(lines).as(part).isNotEmpty();
        return lines;
    }
}
