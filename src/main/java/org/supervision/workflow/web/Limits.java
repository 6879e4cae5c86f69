package org.supervision.workflow.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often one person, or one address where nobody is signed in, may do what costs.
 *
 * @param failedSignIns wrong passwords from one address, whatever the names
 * @param imports files handed in
 * @param searches lists searched by words
 * @param exports files written on demand, and chains of the trail computed anew
 * @param publicFiles published files, from one address
 */
@ConfigurationProperties("supervision.limits")
record Limits(Limit failedSignIns, Limit imports, Limit searches, Limit exports, Limit publicFiles) {

    /** @param times at once, and again in each such time; 0 for no limit */
    record Limit(int times, Duration within) {}

    Limit of(LimitedAct act) {
        return switch (act) {
            case FAILED_SIGN_IN -> failedSignIns;
            case IMPORT -> imports;
            case SEARCH -> searches;
            case EXPORT -> exports;
            case PUBLIC_FILE -> publicFiles;
        };
    }
}
