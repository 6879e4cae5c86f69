package org.supervision.demo;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.demo.TimeTravel.Effect;
import org.supervision.demo.TimeTravel.Journey;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;

/** Sets the simulated time, for any signed-in person of the demo. */
@Controller
@Profile("demo")
class ClockController {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    record ClockForm(@NotNull OffsetDateTime now) {}

    /** @param effects what happened on the way in the caller's own government */
    record ClockView(OffsetDateTime now, int jobsExecuted, List<Effect> effects) {}

    private final TimeTravel timeTravel;
    private final CurrentUsers currentUsers;

    ClockController(TimeTravel timeTravel, CurrentUsers currentUsers) {
        this.timeTravel = timeTravel;
        this.currentUsers = currentUsers;
    }

    @PostMapping("/api/v1/demo/clock")
    @ResponseBody
    ClockView set(@RequestBody @Valid ClockForm form) {
        Journey journey = timeTravel.to(form.now().toInstant());
        return new ClockView(
                journey.now().atZone(ZONE).toOffsetDateTime(),
                journey.jobsExecuted(),
                effectsFor(currentUsers.required(), journey));
    }

    @PostMapping("/demo/clock")
    String setFromPage(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime now,
            RedirectAttributes after) {
        Journey journey = timeTravel.to(now.atZone(ZONE).toInstant());
        CurrentUser user = currentUsers.required();
        after.addFlashAttribute(
                Arrival.NAME,
                Arrival.of(
                        journey.now(), journey.jobsExecuted(), effectsFor(user, journey), user.government() != null));
        return "redirect:/";
    }

    private static List<Effect> effectsFor(CurrentUser user, Journey journey) {
        return journey.effects().stream()
                .filter(effect -> Objects.equals(effect.government(), user.government()))
                .toList();
    }
}
