package org.supervision.tables.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.supervision.identity.Governments;
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

    PublicKeyTasksController(Publications publications, Governments governments, ResultTables tables) {
        this.publications = publications;
        this.governments = governments;
        this.tables = tables;
    }

    @GetMapping("/public/key-tasks/{id}")
    String show(@PathVariable String id, Locale locale, Model model, HttpServletResponse response) {
        KeyTaskId keyTask = KeyTaskId.of(id).orElseThrow(() -> DomainException.notFound(id));
        List<QuarterResult> results = publications.published(keyTask.government(), keyTask.year()).stream()
                .flatMap(round -> publications.readable(round.id()).stream())
                .flatMap(publication -> tables.table(publication, locale).lines().stream()
                        .filter(line -> line.number() == keyTask.number())
                        .map(line -> new QuarterResult(publication, line)))
                .toList();
        if (results.isEmpty()) {
            throw DomainException.notFound(id);
        }
        model.addAttribute("keyTask", results.get(results.size() - 1).line());
        model.addAttribute("year", keyTask.year());
        model.addAttribute("results", results);
        model.addAttribute("government", governments.get(keyTask.government()));
        PublicPages.revalidate(response);
        return "tables/public-key-task";
    }

    /** What one published table says of a key task. */
    record QuarterResult(Publication publication, ResultTable.Line line) {}

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
