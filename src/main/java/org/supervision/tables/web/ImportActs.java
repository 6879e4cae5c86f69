package org.supervision.tables.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.tables.ImportPreview;
import org.supervision.tables.Imports;
import org.supervision.tables.web.PreviewPages.Wish;

/** Does what a page of an import asks for and goes on to the next one, or shows the same again with why it was not done. */
@Component
class ImportActs {

    static final int PAGE_SIZE = 50;

    private final Imports imports;
    private final PreviewPages pages;
    private final NarrativePages narrativePages;

    ImportActs(Imports imports, PreviewPages pages, NarrativePages narrativePages) {
        this.imports = imports;
        this.pages = pages;
        this.narrativePages = narrativePages;
    }

    /** Does it and goes on to the address it gives; what is refused is shown where it was sent from. */
    String act(String id, Wish wish, Model model, HttpServletResponse response, Supplier<String> act) {
        try {
            return "redirect:" + act.get();
        } catch (DomainException refusal) {
            return refused(id, wish, refusal, model, response);
        }
    }

    String refused(String id, Wish wish, DomainException refusal, Model model, HttpServletResponse response) {
        if (refusal.kind() != Kind.INVALID && refusal.kind() != Kind.CONFLICT) {
            throw refusal;
        }
        response.setStatus(
                (refusal.kind() == Kind.INVALID ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT).value());
        model.addAttribute("refused", pages.message(refusal));
        model.addAttribute("unaccepted", refusal.code().equals("tables.error.new-units"));
        return show(
                id,
                new Wish(wish.show(), wish.row(), wish.page(), wish.size(), wish.sent(), refusal.fieldErrors()),
                model);
    }

    String show(String id, Wish wish, Model model) {
        ImportPreview preview = imports.preview(id);
        model.addAttribute("page", pages.page(preview, wish));
        if (!preview.table().layout().isTable()) {
            model.addAttribute("narrative", narrativePages.page(preview, (PickForm) model.getAttribute("picks")));
        }
        return "tables/import";
    }

    static Wish plain() {
        return new Wish(null, null, 0, PAGE_SIZE, null, List.of());
    }

    static String address(String id, @Nullable RowFilter show, @Nullable Integer row, @Nullable String anchor) {
        return PreviewPage.address(id, show, row).fragment(anchor).toUriString();
    }
}
