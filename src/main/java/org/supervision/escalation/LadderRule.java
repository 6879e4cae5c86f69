package org.supervision.escalation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the ladder says about one rung.
 *
 * @param days working days after the due date; negative before it
 * @param points by which the score of the unit falls
 * @param limitDays working days the addressee has to answer; {@code null} where no answer is asked for
 */
public record LadderRule(int days, Set<Audience> audience, int points, @Nullable Integer limitDays) {}
