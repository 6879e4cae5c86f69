package org.supervision.identity.web;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.identity.web.UnitViews.UnitView;
import org.supervision.shared.Slice;

/** The unit directory: read by everybody of the government, kept by the office chief and the system administrator. */
@RestController
@RequestMapping("/api/v1/units")
class UnitsController {

    /** A unit to enter; only the system administrator names the government. */
    record UnitForm(@Nullable String name, @Nullable String government) {}

    /** A further or former name. */
    record AliasForm(@Nullable String alias) {}

    /** Usernames of the responsible officer and of who stands in. */
    record DutyForm(@Nullable String officer, @Nullable String deputy) {}

    private final UnitViews units;

    UnitsController(UnitViews units) {
        this.units = units;
    }

    @GetMapping
    Slice<UnitView> list(
            @RequestParam(required = false) @Nullable String government,
            @RequestParam(required = false) @Nullable String q,
            @ParameterObject @PageableDefault(size = 50) Pageable page) {
        return units.search(government, q, page);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    UnitView create(@RequestBody UnitForm form) {
        return units.create(form.government(), form.name());
    }

    /** Without an officer nobody is responsible any more. */
    @PutMapping("/{code}/duty")
    UnitView assignDuty(@PathVariable String code, @RequestBody DutyForm form) {
        return units.assignDuty(code, form.officer(), form.deputy());
    }

    @PostMapping("/{code}/aliases")
    @ResponseStatus(HttpStatus.CREATED)
    UnitView addAlias(@PathVariable String code, @RequestBody AliasForm form) {
        return units.addAlias(code, form.alias());
    }
}
