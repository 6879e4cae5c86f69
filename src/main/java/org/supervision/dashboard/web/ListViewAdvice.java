package org.supervision.dashboard.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.supervision.dashboard.ListPage;
import org.supervision.dashboard.SavedViews;

/** Tells the page of a list how its address asks for it, and under which names its reader has kept it. */
@ControllerAdvice(annotations = Controller.class)
class ListViewAdvice {

    private final SavedViews views;

    ListViewAdvice(SavedViews views) {
        this.views = views;
    }

    /** The model attribute {@code listView}, {@code null} where no list is shown. */
    @ModelAttribute("listView")
    @Nullable
    ListView listView(HttpServletRequest request) {
        String path = request.getRequestURI();
        return request.getMethod().equals("GET")
                ? ListPage.at(path).map(page -> view(page, path, request)).orElse(null)
                : null;
    }

    private ListView view(ListPage page, String path, HttpServletRequest request) {
        MultiValueMap<String, String> given = new LinkedMultiValueMap<>();
        request.getParameterMap().forEach((name, values) -> given.put(name, Arrays.asList(values)));
        return new ListView(path, page.query(given), page.columns(), page.shownColumns(given), views.of(page));
    }
}
