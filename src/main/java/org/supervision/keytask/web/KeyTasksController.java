package org.supervision.keytask.web;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.shared.Slice;

/** Key tasks over REST: each person sees those of the own government that the own post may see. */
@RestController
@RequestMapping("/api/v1/key-tasks")
class KeyTasksController {

    private final KeyTaskViews views;

    KeyTasksController(KeyTaskViews views) {
        this.views = views;
    }

    /** Sorted by {@code number}, {@code year} or {@code leadUnit}. */
    @GetMapping
    Slice<KeyTaskView> search(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String q,
            @ParameterObject @PageableDefault(size = 50) Pageable page) {
        return views.search(year, unit, q, page);
    }

    @GetMapping("/{id}")
    KeyTaskView get(@PathVariable String id) {
        return views.get(id);
    }
}
