package org.supervision.keytask.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.calendar.WorkingDays;
import org.supervision.keytask.AnnualPlan;
import org.supervision.keytask.AnnualPlan.Issuance;
import org.supervision.keytask.AnnualPlans;

/** The plan of a year over REST: the chief of a government issues it. */
@RestController
@RequestMapping("/api/v1/plans/{year}")
class PlansController {

    /**
     * An issued plan.
     *
     * @param keyTasks how many are binding
     * @param objectionsUntil until when a unit may object to leading
     */
    record IssuedPlanView(
            int year,
            int keyTasks,
            OffsetDateTime issuedAt,
            String issuedBy,
            String issuedByName,
            OffsetDateTime objectionsUntil) {

        static IssuedPlanView of(AnnualPlan plan) {
            Issuance issued = Objects.requireNonNull(plan.issuance());
            return new IssuedPlanView(
                    plan.year(),
                    plan.keyTasks(),
                    issued.issuedAt().atZone(WorkingDays.ZONE).toOffsetDateTime(),
                    issued.issuedBy(),
                    issued.issuedByName(),
                    plan.objectionsUntil().atZone(WorkingDays.ZONE).toOffsetDateTime());
        }
    }

    private final AnnualPlans plans;

    PlansController(AnnualPlans plans) {
        this.plans = plans;
    }

    @PostMapping("/issuance")
    @Operation(summary = "Makes the imported plan binding; repeating it changes nothing")
    IssuedPlanView issue(@PathVariable int year) {
        return IssuedPlanView.of(plans.issue(year));
    }
}
