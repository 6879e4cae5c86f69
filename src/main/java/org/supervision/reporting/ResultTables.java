package org.supervision.reporting;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.supervision.shared.Quarter;

/** Puts results into the words of a result table. */
@Component
public class ResultTables {

    private final MessageSource messages;
    private final Clock clock;

    ResultTables(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** The table in a language; only the Chinese one can be imported again. */
    public ResultTable table(Publication publication, Locale locale) {
        String day = DateTimeFormatter.ofPattern(text(locale, "date-pattern"), locale)
                .format(publication.signedAt().atZone(clock.getZone()));
        String signed = text(locale, "signed", day);
        String correction = publication.number() == 1 ? "" : text(locale, "correction", publication.number() - 1);
        String withdrawn = publication.withdrawn() == 0
                ? ""
                : text(locale, publication.superseded() ? "withdrawn-since" : "withdrawn", publication.withdrawn());
        return table(
                publication.quarter(),
                publication.rows(),
                publication.withheld(),
                publication.grounds(),
                signed + correction + withdrawn,
                locale);
    }

    /** The table that signing the draft would publish. */
    public ResultTable unsigned(Quarter quarter, Publications.Draft draft, Locale locale) {
        return table(quarter, draft.rows(), draft.withheld(), draft.grounds(), "", locale);
    }

    private ResultTable table(
            Quarter quarter,
            List<ResultRow> rows,
            int withheld,
            Map<WithholdingGround, Integer> grounds,
            String signed,
            Locale locale) {
        String year = String.valueOf(quarter.year());
        String called = text(locale, "quarter." + quarter.number());
        Map<PublishedState, Integer> counts = PublishedState.counts(rows);
        List<String> header = new ArrayList<>(List.of(
                text(locale, "number"), text(locale, "goal"), text(locale, "units"), text(locale, "progress", called)));
        if (counts.get(PublishedState.UNKNOWN) < rows.size()) {
            header.add(text(locale, "verdict"));
        }
        if (rows.stream().anyMatch(row -> !row.adjustments().isEmpty())) {
            header.add(text(locale, "adjusted"));
        }
        return new ResultTable(
                text(locale, "title", year, called),
                text(locale, "summary", rows.size(), list(counts, locale))
                        + (withheld == 0 ? "" : withheld(withheld, grounds, locale))
                        + signed,
                List.copyOf(header),
                rows.stream().map(row -> line(row, locale)).toList());
    }

    private String withheld(int withheld, Map<WithholdingGround, Integer> grounds, Locale locale) {
        return grounds.isEmpty()
                ? text(locale, "withheld", withheld)
                : text(
                        locale,
                        "withheld-on",
                        withheld,
                        grounds.entrySet().stream()
                                .map(ground -> text(
                                        locale,
                                        "withheld-ground",
                                        messages.getMessage("reporting.ground." + ground.getKey(), null, locale),
                                        ground.getValue()))
                                .collect(Collectors.joining(text(locale, "semicolon"))));
    }

    private String list(Map<PublishedState, Integer> counts, Locale locale) {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0 || count.getKey() == PublishedState.NOT_REPORTED)
                .map(count ->
                        text(locale, "count", words(count.getKey(), locale).toLowerCase(locale), count.getValue()))
                .collect(Collectors.joining(text(locale, "comma")));
    }

    private ResultTable.Line line(ResultRow row, Locale locale) {
        PublishedState state = PublishedState.of(row);
        String words = words(state, locale);
        return new ResultTable.Line(
                row.number(),
                row.goal(),
                Stream.concat(Stream.of(row.leadUnit()), row.supportingUnits().stream())
                        .toList(),
                progress(row, state.isReported(), words, locale),
                state,
                words,
                row.adjustments().stream()
                        .map(adjustment -> words(adjustment, locale))
                        .toList());
    }

    private List<String> progress(ResultRow row, boolean reported, String state, Locale locale) {
        if (!reported) {
            return List.of(state);
        }
        return row.withheld() == null
                ? row.progress()
                : List.of(text(
                        locale,
                        "withheld-report",
                        messages.getMessage("reporting.ground." + row.withheld(), null, locale)));
    }

    private String words(ResultRow.Adjustment adjustment, Locale locale) {
        String field = messages.getMessage("changerequest.field." + adjustment.field(), null, locale);
        String day = DateTimeFormatter.ofPattern(text(locale, "date-pattern"), locale)
                .format(adjustment.approvedOn());
        return adjustment.before() == null
                ? text(
                        locale,
                        "adjustment-added",
                        field,
                        adjustment.after(),
                        adjustment.reason(),
                        adjustment.approvedBy(),
                        day)
                : text(
                        locale,
                        "adjustment",
                        field,
                        adjustment.before(),
                        adjustment.after(),
                        adjustment.reason(),
                        adjustment.approvedBy(),
                        day);
    }

    private String words(PublishedState state, Locale locale) {
        return messages.getMessage(
                state == PublishedState.UNKNOWN
                        ? "reporting.result.unknown"
                        : (state.isReported() ? "reporting.verdict." : "reporting.outcome.") + state,
                null,
                locale);
    }

    private String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage("reporting.result." + key, arguments, locale);
    }
}
