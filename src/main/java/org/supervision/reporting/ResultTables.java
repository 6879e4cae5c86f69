package org.supervision.tables.write;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.supervision.reporting.CycleOutcome;
import org.supervision.reporting.Publication;
import org.supervision.reporting.ResultRow;

/** Puts publications into the words of a result table. */
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
        String year = String.valueOf(publication.quarter().year());
        String quarter = text(locale, "quarter." + publication.quarter().number());
        return new ResultTable(
                text(locale, "title", year, quarter),
                summary(publication, locale),
                List.of(
                        text(locale, "number"),
                        text(locale, "goal"),
                        text(locale, "units"),
                        text(locale, "progress", quarter)),
                publication.rows().stream().map(row -> line(row, locale)).toList());
    }

    private String summary(Publication publication, Locale locale) {
        Map<PublishedState, Integer> counts = PublishedState.counts(publication.rows());
        String list = counts.entrySet().stream()
                .filter(count -> count.getValue() > 0 || count.getKey() == PublishedState.NOT_REPORTED)
                .map(count -> text(locale, "count." + count.getKey(), count.getValue()))
                .collect(Collectors.joining(text(locale, "comma")));
        String day = DateTimeFormatter.ofPattern(text(locale, "date-pattern"), locale)
                .format(publication.signedAt().atZone(clock.getZone()));
        String sentence = text(locale, "summary", publication.rows().size(), list, day);
        return publication.number() == 1 ? sentence : sentence + text(locale, "correction", publication.number() - 1);
    }

    private ResultTable.Line line(ResultRow row, Locale locale) {
        boolean reported = row.outcome() == CycleOutcome.APPROVED;
        return new ResultTable.Line(
                row.number(),
                row.goal(),
                Stream.concat(Stream.of(row.leadUnit()), row.supportingUnits().stream())
                        .toList(),
                reported ? row.progress() : List.of(text(locale, "outcome." + row.outcome())),
                reported);
    }

    private String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage("tables.public." + key, arguments, locale);
    }
}
