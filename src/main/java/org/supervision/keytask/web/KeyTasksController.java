package org.supervision.keytask.web;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.keytask.KeyTasks;
import org.supervision.shared.Lamp;
import org.supervision.shared.Slice;

/** Key tasks over REST: each person sees those of the own government that the own post may see. */
@RestController
@RequestMapping("/api/v1/key-tasks")
class KeyTasksController {

    private final KeyTaskViews views;
    private final KeyTasks keyTasks;

    KeyTasksController(KeyTaskViews views, KeyTasks keyTasks) {
        this.views = views;
        this.keyTasks = keyTasks;
    }

    /** Whether lateness about the key task may start on a higher rung. */
    record Importance(boolean important) {}

    /** Sorted by {@code number}, {@code year} or {@code leadUnit}. */
    @GetMapping
    Slice<KeyTaskView> search(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Lamp lamp,
            @RequestParam(required = false) @Nullable String q,
            @ParameterObject @PageableDefault(size = 50) Pageable page) {
        return views.search(year, unit, lamp, q, page);
    }

    @GetMapping("/{id}")
    KeyTaskView get(@PathVariable String id) {
        return views.get(id);
    }

    /** Tells what it became; the same again changes nothing. */
    @PutMapping("/{id}/importance")
    KeyTaskView mark(@PathVariable String id, @RequestBody Importance importance) {
        keyTasks.setImportant(views.get(id).id(), importance.important());
        return views.get(id);
    }
}
