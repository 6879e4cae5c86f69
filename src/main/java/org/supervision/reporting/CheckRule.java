package org.supervision.reporting;

import java.util.List;
import org.supervision.keytask.Indicator;
import org.supervision.keytask.StatedFigures;
import org.supervision.shared.Quarter;

/**
 * What is doubtful about a report when it is submitted (domain: checks on submission). Each rule says in one message what it
 * misses; the unit mends it or answers in words. The names are part of the REST contract.
 */
public enum CheckRule {

    /** A numeric target, and no figure that can be about it. */
    VALUE_MISSING {
        @Override
        List<String> reasons(CheckedReport report) {
            List<Indicator> missing =
                    StatedFigures.of(report.progress()).missing(report.targets().keySet());
            return missing.stream().map(report.targets()::get).toList();
        }
    },

    /** Word for word what was approved in an earlier quarter. */
    TEXT_REPEATED {
        @Override
        List<String> reasons(CheckedReport report) {
            return report.sameEarlier() == null
                    ? List.of()
                    : List.of(report.sameEarlier().toString());
        }

        @Override
        List<Object> arguments(List<String> reasons) {
            Quarter earlier = Quarter.parse(reasons.get(0));
            return List.of(String.valueOf(earlier.year()), earlier.number());
        }
    },

    /** Word for word what another key task reports. */
    TEXT_SHARED {
        @Override
        List<String> reasons(CheckedReport report) {
            return report.sameElsewhere().stream().map(String::valueOf).toList();
        }
    },

    /** Only documents and meetings, nothing that came of them. */
    ONLY_ACTIVITY {
        @Override
        List<String> reasons(CheckedReport report) {
            return WordedProgress.of(report.progress()).activityOnly();
        }
    },

    /** Only words that fit every report. */
    VAGUE_ONLY {
        @Override
        List<String> reasons(CheckedReport report) {
            return WordedProgress.of(report.progress()).vagueOnly();
        }
    },

    /** Figures of a time that does not end with the quarter, or that are expected only. */
    OTHER_PERIOD {
        @Override
        List<String> reasons(CheckedReport report) {
            return WordedProgress.of(report.progress()).otherPeriods(report.quarter());
        }
    };

    /** What gives the doubt, in words of the report or its key task; empty if there is none. */
    abstract List<String> reasons(CheckedReport report);

    /** Key of the message that says what is missed. */
    public String code() {
        return "reporting.check." + name();
    }

    /** Arguments of that message. */
    List<Object> arguments(List<String> reasons) {
        return List.of(String.join("\u3001", reasons));
    }
}
