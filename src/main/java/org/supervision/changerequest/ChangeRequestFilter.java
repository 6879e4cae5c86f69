package org.supervision.changerequest;

import org.jspecify.annotations.Nullable;

/** What a list of requests is narrowed to; {@code null} does not narrow. */
public record ChangeRequestFilter(
        @Nullable ChangeKind kind,
        @Nullable ChangeState state,
        @Nullable String keyTask,
        @Nullable String cycle,
        @Nullable String unit) {

    public static ChangeRequestFilter ofKeyTask(String keyTaskId) {
        return new ChangeRequestFilter(null, null, keyTaskId, null, null);
    }

    public static ChangeRequestFilter ofCycle(String cycleId) {
        return new ChangeRequestFilter(null, null, null, cycleId, null);
    }
}
