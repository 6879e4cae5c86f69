package org.supervision.reporting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.reporting.Withholding;
import org.supervision.reporting.WithholdingGround;
import org.supervision.reporting.Withholdings;

/** What is not for publication, over REST: for the office only. */
@RestController
@RequestMapping("/api/v1")
class WithholdingsController {

    private final Withholdings withholdings;
    private final RoundActs acts;

    WithholdingsController(Withholdings withholdings, RoundActs acts) {
        this.withholdings = withholdings;
        this.acts = acts;
    }

    /** @param round whose report is left out; null for the whole key task in every round */
    record NewWithholding(@Nullable String round, @Nullable WithholdingGround ground, @Nullable String reason) {}

    /** What a round's publication leaves out. */
    record WithholdingList(List<Withholding> items) {}

    @GetMapping("/rounds/{id}/withholdings")
    WithholdingList of(@PathVariable String id) {
        return new WithholdingList(withholdings.of(acts.get(id).id()));
    }

    @PostMapping("/key-tasks/{id}/withholdings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withhold(@PathVariable String id, @RequestBody NewWithholding body) {
        withholdings.withhold(id, body.round(), body.ground(), body.reason());
    }

    @DeleteMapping("/key-tasks/{id}/withholdings/{withholding}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable String id, @PathVariable long withholding) {
        withholdings.lift(id, withholding);
    }
}
