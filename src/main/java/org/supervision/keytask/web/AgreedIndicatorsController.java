package org.supervision.keytask.web;

import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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
import org.supervision.keytask.AgreedIndicator;
import org.supervision.keytask.AgreedIndicators;
import org.supervision.keytask.AgreedIndicators.Terms;
import org.supervision.keytask.Indicator;
import org.supervision.shared.DomainException;

/** What is measured of a key task over REST: read by whoever sees the key task, changed by the office. */
@RestController
@RequestMapping("/api/v1/key-tasks/{id}/agreed-indicators")
class AgreedIndicatorsController {

    /**
     * How an indicator is measured; values are in the unit and scale of the target.
     *
     * @param expected by the end of a quarter, by its number
     * @param version that was seen; only with a change
     */
    record Agreement(
            @Nullable Indicator target,
            @Nullable BigDecimal start,
            @Nullable Map<Integer, BigDecimal> expected,
            boolean atYearEndOnly,
            @Nullable Integer version) {

        Terms terms() {
            if (target == null) {
                throw DomainException.invalidField("target", "keytask.error.required");
            }
            return new Terms(target, start, expected == null ? Map.of() : expected, atYearEndOnly);
        }
    }

    private final KeyTaskViews views;
    private final AgreedIndicators agreed;

    AgreedIndicatorsController(KeyTaskViews views, AgreedIndicators agreed) {
        this.views = views;
        this.agreed = agreed;
    }

    @GetMapping
    List<AgreedIndicator> of(@PathVariable String id) {
        return agreed.of(views.get(id).id());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Has an indicator measured that no text names")
    AgreedIndicator enter(@PathVariable String id, @RequestBody Agreement body) {
        return agreed.enter(views.get(id).id(), body.terms());
    }

    @PutMapping("/{indicator}")
    @Operation(summary = "Changes how an indicator is measured", description = "409 if somebody changed it meanwhile.")
    AgreedIndicator change(@PathVariable String id, @PathVariable long indicator, @RequestBody Agreement body) {
        Integer version = body.version();
        if (version == null) {
            throw DomainException.invalidField("version", "keytask.error.required");
        }
        return agreed.change(views.get(id).id(), indicator, version, body.terms());
    }

    @DeleteMapping("/{indicator}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Has an indicator measured no more; what was reported of it stays")
    void retire(@PathVariable String id, @PathVariable long indicator, @RequestParam int version) {
        agreed.retire(views.get(id).id(), indicator, version);
    }
}
