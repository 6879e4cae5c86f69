package org.supervision.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/** What a notice says about a day: off, or a weekend day worked instead. */
public enum DayKind {
    @JsonProperty("holiday")
    HOLIDAY("holiday"),
    @JsonProperty("make-up")
    MAKE_UP("make-up");

    private final String code;

    DayKind(String code) {
        this.code = code;
    }

    /** As it stands in files and in the database. */
    public String code() {
        return code;
    }

    static Optional<DayKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
