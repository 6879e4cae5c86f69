package org.supervision.tables.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.supervision.identity.Government;
import org.supervision.identity.Governments;
import org.supervision.reporting.Publication;
import org.supervision.reporting.Publications;
import org.supervision.reporting.Publications.PublishedRound;
import org.supervision.reporting.PublishedState;
import org.supervision.reporting.ResultTable;
import org.supervision.reporting.ResultTables;
import org.supervision.shared.DomainException;
import org.supervision.tables.Ledgers;
import org.supervision.tables.write.Ledger;
import org.supervision.tables.write.LedgerFormat;

/** What anybody may read: the signed result tables of published rounds, nothing else. */
@Controller
@RequestMapping("/public")
class PublicRoundsController {

    /** Part of entity tags; counted up when the files of a publication come out differently. */
    private static final int FORMAT = 5;

    /** The published rounds of one government, newest first. */
    record GovernmentRounds(Government government, List<PublishedRound> rounds) {}

    private final Publications publications;
    private final Governments governments;
    private final ResultTables tables;
    private final Ledgers ledgers;
    private final PublicSites sites;
    private final Clock clock;

    PublicRoundsController(
            Publications publications,
            Governments governments,
            ResultTables tables,
            Ledgers ledgers,
            PublicSites sites,
            Clock clock) {
        this.publications = publications;
        this.governments = governments;
        this.tables = tables;
        this.ledgers = ledgers;
        this.sites = sites;
        this.clock = clock;
    }

    @GetMapping({"", "/"})
    String list(Model model, HttpServletResponse response) {
        Map<String, Government> known =
                governments.all().stream().collect(Collectors.toMap(Government::code, Function.identity()));
        Map<String, List<PublishedRound>> rounds =
                publications.published().stream().collect(Collectors.groupingBy(PublishedRound::government));
        model.addAttribute(
                "governments",
                rounds.keySet().stream()
                        .sorted()
                        .map(code -> new GovernmentRounds(known.get(code), rounds.get(code)))
                        .toList());
        PublicPages.revalidate(response);
        return "tables/public-rounds";
    }

    /** What one government has published. */
    @GetMapping({"/{government:[a-z][a-z0-9]+}", "/{government:[a-z][a-z0-9]+}/"})
    String government(@PathVariable String government, Model model, HttpServletResponse response) {
        if (sites.addTo(model, government).isEmpty()) {
            throw DomainException.notFound(government);
        }
        PublicPages.revalidate(response);
        return "tables/public-government";
    }

    /** @param edition 1 for the first publication, higher for corrections; without it the one in force */
    @GetMapping("/{round}.html")
    String page(
            @PathVariable String round,
            @RequestParam(required = false) @Nullable Integer edition,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable PublishedState state,
            @RequestParam(required = false) @Nullable String q,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        List<Publication> editions = publications.editions(round);
        Publication publication = edition(editions, round, edition);
        model.addAttribute("round", round);
        ResultTable table = tables.table(publication, locale);
        PublicFilter filter = new PublicFilter(unit, state, q);
        model.addAttribute("table", table);
        model.addAttribute("filter", filter);
        model.addAttribute(
                "whole", PublicFilter.NONE.address(round, publication == editions.get(0) ? null : edition, null));
        model.addAttribute("lines", filter.of(table));
        model.addAttribute("chips", filter.chips(table));
        model.addAttribute("countOfAll", filter.countOfAll(table));
        model.addAttribute("units", PublicFilter.units(table));
        sites.addTo(model, publication.government());
        model.addAttribute("inForce", publication == editions.get(0));
        model.addAttribute("edition", publication.number());
        model.addAttribute("editions", editions);
        model.addAttribute("corrections", publications.corrections(round));
        model.addAttribute(
                "rowAddress",
                "/public/key-tasks/%s-%d-"
                        .formatted(
                                publication.government(), publication.quarter().year()));
        model.addAttribute(
                "rounds",
                publications.published(
                        publication.government(), publication.quarter().year()));
        PublicPages.revalidate(response);
        return "tables/public-round";
    }

    /** The others are a page and open data, which tell more. */
    @GetMapping("/{round}.{extension:xlsx|docx|csv}")
    ResponseEntity<byte[]> file(
            @PathVariable String round,
            @PathVariable String extension,
            @RequestParam(required = false) @Nullable Integer edition) {
        Publication publication = edition(round, edition);
        LedgerFormat format = LedgerFormat.ofExtension(extension).orElseThrow();
        Ledger ledger = ledgers.of(publication);
        ContentDisposition asFile = ContentDisposition.attachment()
                .filename(ledger.title() + "." + extension, StandardCharsets.UTF_8)
                .build();
        return answer(publication)
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, asFile.toString())
                .body(format.write(ledger));
    }

    @GetMapping("/{round}.json")
    ResponseEntity<PublishedRoundView> data(
            @PathVariable String round, @RequestParam(required = false) @Nullable Integer edition) {
        Publication publication = edition(round, edition);
        ResultTable table = tables.table(publication, Locale.SIMPLIFIED_CHINESE);
        return answer(publication)
                .contentType(MediaType.APPLICATION_JSON)
                .body(PublishedRoundView.of(
                        publication,
                        publications.corrections(round),
                        governments.get(publication.government()),
                        table.title(),
                        clock.getZone()));
    }

    /** Without a number the one in force, which most ask for. */
    private Publication edition(String round, @Nullable Integer number) {
        return number == null
                ? publications.readable(round).orElseThrow(() -> DomainException.notFound(round))
                : edition(publications.editions(round), round, number);
    }

    private static Publication edition(List<Publication> editions, String round, @Nullable Integer number) {
        return editions.stream()
                .filter(each -> number == null || each.number() == number)
                .findFirst()
                .orElseThrow(() -> DomainException.notFound(round));
    }

    private static ResponseEntity.BodyBuilder answer(Publication publication) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePublic())
                .eTag("%s-%d-%d".formatted(publication.sha256(), publication.number(), FORMAT));
    }
}
