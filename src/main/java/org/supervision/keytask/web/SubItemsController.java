package org.supervision.keytask.web;

import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.keytask.SubItem;
import org.supervision.keytask.SubItems;
import org.supervision.keytask.SubItems.Terms;
import org.supervision.shared.DomainException;

/** The parts of a key task over REST: read by whoever sees the key task, split by the office. */
@RestController
@RequestMapping("/api/v1/key-tasks/{id}/sub-items")
class SubItemsController {

    /**
     * What is split off.
     *
     * @param name absent for the unit's
     * @param share in the unit and scale of the indicator's target; absent like it for a part without a figure
     * @param version that was seen; only with a change
     */
    record Part(
            @Nullable String name,
            @Nullable String unit,
            @Nullable Long indicator,
            @Nullable BigDecimal share,
            @Nullable Integer version) {

        Terms terms() {
            if (unit == null || unit.isBlank()) {
                throw DomainException.invalidField("unit", "keytask.error.required");
            }
            return new Terms(name, unit, indicator, share);
        }
    }

    /** Which indicator is shared evenly. */
    record Distribution(@Nullable Long indicator) {}

    private final SubItemViews views;
    private final KeyTaskViews keyTasks;
    private final SubItems subItems;

    SubItemsController(SubItemViews views, KeyTaskViews keyTasks, SubItems subItems) {
        this.views = views;
        this.keyTasks = keyTasks;
        this.subItems = subItems;
    }

    @GetMapping
    SubItemViews.Split of(@PathVariable String id) {
        return views.get(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Splits a part off, which the lead or a supporting unit carries")
    SubItem add(@PathVariable String id, @RequestBody Part body) {
        return subItems.add(keyTasks.get(id).id(), body.terms());
    }

    @PostMapping("/distribution")
    @Operation(summary = "Shares an indicator evenly among the supporting units, less what the lead carries")
    SubItemViews.Split distribute(@PathVariable String id, @RequestBody Distribution body) {
        Long indicator = body.indicator();
        if (indicator == null) {
            throw DomainException.invalidField("indicator", "keytask.error.required");
        }
        subItems.distribute(keyTasks.get(id).id(), indicator);
        return views.get(id);
    }

    @PutMapping("/{item}")
    @Operation(
            summary = "Changes who carries a part or how much",
            description = "409 if somebody changed it meanwhile.")
    SubItem change(@PathVariable String id, @PathVariable long item, @RequestBody Part body) {
        Integer version = body.version();
        if (version == null) {
            throw DomainException.invalidField("version", "keytask.error.required");
        }
        return subItems.change(keyTasks.get(id).id(), item, version, body.terms());
    }

    @DeleteMapping("/{item}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a part off the list; what was reported of it stays")
    void retire(@PathVariable String id, @PathVariable long item, @RequestParam int version) {
        subItems.retire(keyTasks.get(id).id(), item, version);
    }
}
