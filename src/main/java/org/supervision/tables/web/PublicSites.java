package org.supervision.tables.web;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.supervision.identity.Governments;
import org.supervision.reporting.Publications;
import org.supervision.reporting.Publications.PublishedRound;

/** What each page of a government's public site shows of it: its name, its years, and whom to call. */
@Component
class PublicSites {

    private final Publications publications;
    private final Governments governments;

    PublicSites(Publications publications, Governments governments) {
        this.publications = publications;
        this.governments = governments;
    }

    /** A year with its published rounds, the latest quarter first. */
    record Year(int year, List<PublishedRound> rounds) {}

    /** @return the government's years, the latest first; empty if it has published nothing */
    List<Year> addTo(Model model, String government) {
        List<Year> years = publications.published().stream()
                .filter(round -> round.government().equals(government))
                .collect(Collectors.groupingBy(round -> round.quarter().year(), TreeMap::new, Collectors.toList()))
                .descendingMap()
                .entrySet()
                .stream()
                .map(year -> new Year(
                        year.getKey(),
                        year.getValue().stream()
                                .sorted(Comparator.comparing(PublishedRound::quarter)
                                        .reversed())
                                .toList()))
                .toList();
        if (!years.isEmpty()) {
            model.addAttribute("government", governments.get(government));
            model.addAttribute("phone", governments.supervisionPhone(government).orElse(null));
            model.addAttribute("years", years);
        }
        return years;
    }
}
