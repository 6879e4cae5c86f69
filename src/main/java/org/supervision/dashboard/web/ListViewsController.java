package org.supervision.dashboard.web;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.supervision.dashboard.ListPage;
import org.supervision.dashboard.SavedViews;
import org.supervision.shared.DomainException;
import org.supervision.workflow.Refusals;

/** Keeps lists under names. */
@Controller
@RequestMapping("/saved-views")
class ListViewsController {

    private final SavedViews views;
    private final Refusals refusals;

    ListViewsController(SavedViews views, Refusals refusals) {
        this.views = views;
        this.refusals = refusals;
    }

    /**
     * Keeps a list and shows it again.
     *
     * @param path of the list, as it was shown
     * @param query as it was shown
     */
    @PostMapping
    String keep(
            @RequestParam String path,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String name,
            RedirectAttributes after) {
        ListPage page = page(path);
        String known = known(page, query);
        try {
            views.keep(page, name, known);
        } catch (DomainException refusal) {
            after.addFlashAttribute("viewRefused", refusals.message(refusal));
            after.addFlashAttribute("viewName", name);
        }
        return back(path, known);
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable long id, @RequestParam String path, @RequestParam(defaultValue = "") String query) {
        views.remove(id);
        return back(path, known(page(path), query));
    }

    private static ListPage page(String path) {
        return ListPage.at(path).orElseThrow(() -> DomainException.notFound(path));
    }

    private static String known(ListPage page, String query) {
        MultiValueMap<String, String> given = new LinkedMultiValueMap<>();
        UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.stream()
                        .filter(value -> value != null)
                        .forEach(value -> given.add(name, UriUtils.decode(value, StandardCharsets.UTF_8))));
        return page.query(given);
    }

    /** Only to lists of the portal: the path has been compared with theirs. */
    private static String back(String path, String query) {
        return "redirect:" + path + (query.isEmpty() ? "" : "?" + query);
    }
}
