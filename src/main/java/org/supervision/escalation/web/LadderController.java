package org.supervision.escalation.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.escalation.LadderEntry;
import org.supervision.escalation.LadderVersions;
import org.supervision.escalation.LadderVersions.LadderVersion;
import org.supervision.identity.CurrentUsers;

/** The ladder of the caller's government over REST, row by row, with its versions. */
@RestController
@RequestMapping("/api/v1/ladder")
class LadderController {

    private final LadderVersions versions;
    private final CurrentUsers currentUsers;
    private final Clock clock;

    LadderController(LadderVersions versions, CurrentUsers currentUsers, Clock clock) {
        this.versions = versions;
        this.currentUsers = currentUsers;
        this.clock = clock;
    }

    /** Who made a ladder and from when it is in force. */
    record Version(LocalDate effectiveFrom, String changedBy, Instant changedAt) {}

    /** @param effectiveFrom {@code null} while the shipped ladder is in force */
    record Ladder(@Nullable LocalDate effectiveFrom, List<LadderEntry> rows, List<Version> versions) {}

    /** @param effectiveFrom today without it */
    record LadderChange(@Nullable LocalDate effectiveFrom, @Nullable List<LadderEntry> rows) {}

    @GetMapping
    Ladder get(@RequestParam(required = false) @Nullable LocalDate on) {
        String government = currentUsers.required().requiredGovernment();
        LadderVersion version = versions.on(government, on == null ? LocalDate.now(clock) : on);
        return new Ladder(
                version == null ? null : version.effectiveFrom(),
                versions.rows(version).stream().map(LadderEntry::of).toList(),
                versions.of(government).stream()
                        .map(each -> new Version(each.effectiveFrom(), each.changedBy(), each.changedAt()))
                        .toList());
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@RequestBody LadderChange change) {
        versions.change(
                change.effectiveFrom() == null ? LocalDate.now(clock) : change.effectiveFrom(),
                change.rows() == null ? List.of() : change.rows());
    }
}
