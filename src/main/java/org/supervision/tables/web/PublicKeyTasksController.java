package org.supervision.tables.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.supervision.identity.Governments;
import org.supervision.reporting.CorrectionNote;
import org.supervision.reporting.Publication;
import org.supervision.reporting.Publications;
import org.supervision.reporting.ResultTable;
import org.supervision.reporting.ResultTables;
import org.supervision.shared.DomainException;

/** What anybody may read of one key task: its results in each published quarter of the year. */
@Controller
class PublicKeyTasksController {

    private final Publications publications;
    private final Governments governments;
    private final ResultTables tables;
    private final PublicSites sites;
    private final Clock clock;

    PublicKeyTasksController(
            Publications publications, Governments governments, ResultTables tables, PublicSites sites, Clock clock) {
        this.publications = publications;
        this.governments = governments;
        this.tables = tables;
        this.sites = sites;
        this.clock = clock;
    }

    @GetMapping("/public/key-tasks/{id}")
    String show(@PathVariable String id, Locale locale, Model model, HttpServletResponse response) {
        KeyTaskId keyTask = KeyTaskId.of(id).orElseThrow(() -> DomainException.notFound(id));
        List<QuarterResult> results = results(keyTask, locale);
        model.addAttribute("keyTask", results.get(results.size() - 1).line());
        model.addAttribute("year", keyTask.year());
        model.addAttribute("latest", results.get(results.size() - 1));
        model.addAttribute("quarters", quarters(results));
        sites.addTo(model, keyTask.government());
        PublicPages.revalidate(response);
        return "tables/public-key-task";
    }

    /** The same as open data, in the form of the rounds' own. */
    @GetMapping("/public/key-tasks/{id}.json")
    @ResponseBody
    PublishedKeyTaskView data(@PathVariable String id, HttpServletResponse response) {
        KeyTaskId keyTask = KeyTaskId.of(id).orElseThrow(() -> DomainException.notFound(id));
        List<QuarterResult> results = results(keyTask, Locale.SIMPLIFIED_CHINESE);
        PublicPages.revalidate(response);
        return new PublishedKeyTaskView(
                id,
                governments.get(keyTask.government()),
                keyTask.year(),
                keyTask.number(),
                results.stream()
                        .map(result -> PublishedKeyTaskView.QuarterView.of(
                                result.publication(), keyTask.number(), result.corrections(), clock.getZone()))
                        .toList());
    }

    /** All four; {@code null} for those that are not published. */
    private static List<@Nullable QuarterResult> quarters(List<QuarterResult> results) {
        @Nullable QuarterResult[] quarters = new QuarterResult[4];
        results.forEach(result -> quarters[result.publication().quarter().number() - 1] = result);
        return Arrays.asList(quarters);
    }

    private List<QuarterResult> results(KeyTaskId keyTask, Locale locale) {
        List<QuarterResult> results = publications.published(keyTask.government(), keyTask.year()).stream()
                .flatMap(round -> publications.readable(round.id()).stream())
                .flatMap(publication -> tables.table(publication, locale).lines().stream()
                        .filter(line -> line.number() == keyTask.number())
                        .map(line -> new QuarterResult(
                                publication, line, corrections(publication.roundId(), keyTask.number()))))
                .toList();
        if (results.isEmpty()) {
            throw DomainException.notFound(keyTask.number());
        }
        return results;
    }

    /** Those that concern the key task, each with what it changed of it. */
    private List<Corrected> corrections(String roundId, int number) {
        return publications.corrections(roundId).stream()
                .flatMap(note -> note.changes().stream()
                        .filter(change -> change.number() == number)
                        .map(change -> new Corrected(note.number(), note.signedAt(), change.fields())))
                .toList();
    }

    /** What one published table says of a key task. */
    record QuarterResult(Publication publication, ResultTable.Line line, List<Corrected> corrections) {}

    /** What one correction of a table changed of a key task; the edition before it has the correction's number. */
    record Corrected(int number, Instant signedAt, Set<CorrectionNote.Field> fields) {}

    /** {@code wuhu-2024-12} in its parts. */
    record KeyTaskId(String government, int year, int number) {

        private static final Pattern FORM = Pattern.compile("(.{1,60})-(\\d{4})-(\\d{1,6})");

        static Optional<KeyTaskId> of(String id) {
            Matcher parts = FORM.matcher(id);
            return parts.matches()
                    ? Optional.of(new KeyTaskId(
                            parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))))
                    : Optional.empty();
        }
    }
}
