package org.supervision.escalation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.escalation.NumberPrefixes;
import org.supervision.escalation.NumberPrefixes.PrefixInForce;
import org.supervision.escalation.SlipKind;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GovernmentRule;
import org.supervision.identity.GovernmentRules;
import org.supervision.identity.GovernmentRules.RuleInForce;
import org.supervision.shared.DomainException;

/** A government's time limits, thresholds and number prefixes over REST: read by all of it, changed by its chief. */
@RestController
@RequestMapping("/api/v1")
class GovernmentRulesController {

    private final GovernmentRules rules;
    private final NumberPrefixes prefixes;
    private final CurrentUsers currentUsers;
    private final Clock clock;

    GovernmentRulesController(GovernmentRules rules, NumberPrefixes prefixes, CurrentUsers currentUsers, Clock clock) {
        this.rules = rules;
        this.prefixes = prefixes;
        this.currentUsers = currentUsers;
        this.clock = clock;
    }

    /** The rules that hold on a day. */
    record RuleList(List<RuleInForce> items) {}

    /** @param effectiveFrom tomorrow without it */
    record GovernmentRuleChange(@Nullable Integer value, @Nullable LocalDate effectiveFrom) {}

    /** The prefixes of a calendar year. */
    record PrefixList(List<PrefixInForce> items) {}

    /** @param fromYear this year without it */
    record PrefixChange(@Nullable String prefix, @Nullable Integer fromYear) {}

    @GetMapping("/government-rules")
    RuleList rules(@RequestParam(required = false) @Nullable LocalDate on) {
        return new RuleList(rules.on(government(), on == null ? LocalDate.now(clock) : on));
    }

    @PutMapping("/government-rules/{rule}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable GovernmentRule rule, @RequestBody GovernmentRuleChange change) {
        if (change.value() == null) {
            throw DomainException.invalidField("value", "identity.rule.out-of-range", rule.least(), rule.most());
        }
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        rules.change(rule, change.value(), change.effectiveFrom() == null ? tomorrow : change.effectiveFrom());
    }

    @GetMapping("/number-prefixes")
    PrefixList prefixes(@RequestParam(required = false) @Nullable Integer year) {
        return new PrefixList(prefixes.in(government(), year == null ? thisYear() : year));
    }

    @PutMapping("/number-prefixes/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable SlipKind kind, @RequestBody PrefixChange change) {
        prefixes.change(
                kind,
                change.prefix() == null ? "" : change.prefix(),
                change.fromYear() == null ? thisYear() : change.fromYear());
    }

    private String government() {
        return currentUsers.required().requiredGovernment();
    }

    private int thisYear() {
        return LocalDate.now(clock).getYear();
    }
}
