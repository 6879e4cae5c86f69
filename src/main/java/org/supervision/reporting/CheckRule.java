package org.supervision.reporting;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supervision.keytask.Indicator;
import org.supervision.keytask.StatedFigures;
import org.supervision.shared.Lamp;
import org.supervision.shared.Quarter;

/**
 * What is doubtful about a report when it is submitted (domain: checks on submission). Each rule says in one message what it
 * misses; the unit mends it or answers in words. The names are part of the REST contract.
 */
public enum CheckRule {

    /** An indicator without a value, or a target nobody has decided about and no figure that can be about it. */
    VALUE_MISSING {
        @Override
        List<String> reasons(CheckedReport report) {
            List<Indicator> unstated =
                    StatedFigures.of(report.progress()).missing(report.targets().keySet());
            return Stream.concat(
                            report.readings().stream()
                                    .filter(reading -> reading.isDue() && reading.value() == null)
                                    .map(CheckRule::nameOf),
                            unstated.stream().map(report.targets()::get))
                    .toList();
        }
    },

    /** Less than last quarter of what can only grow. */
    VALUE_FELL {
        @Override
        List<String> reasons(CheckedReport report) {
            return report.readings().stream()
                    .filter(CheckRule::hasFallen)
                    .map(reading -> "%s %s \u2192 %s"
                            .formatted(
                                    nameOf(reading),
                                    reading.last().toPlainString(),
                                    reading.value().toPlainString()))
                    .toList();
        }
    },

    /** The lead's own figure is not what the parts come to. */
    SUM_DIFFERS {
        @Override
        List<String> reasons(CheckedReport report) {
            return report.readings().stream()
                    .filter(CheckRule::differsFromParts)
                    .map(reading -> "%s %s \u2260 %s (%d/%d)"
                            .formatted(
                                    nameOf(reading),
                                    reading.value().toPlainString(),
                                    reading.rollUp().sum().toPlainString(),
                                    reading.rollUp().reported(),
                                    reading.rollUp().parts().size()))
                    .toList();
        }
    },

    /** Said to be done, and a value is below what is expected by now. */
    DONE_BELOW_TARGET {
        @Override
        List<String> reasons(CheckedReport report) {
            return report.verdict() == Verdict.DONE ? behind(report) : List.of();
        }
    },

    /** Said to be on schedule, and a value is below what is expected by now. */
    VERDICT_MISMATCH {
        @Override
        List<String> reasons(CheckedReport report) {
            return report.verdict() == Verdict.ON_SCHEDULE ? behind(report) : List.of();
        }
    },

    /** The text counts in another unit than the indicator. */
    UNIT_MISMATCH {
        @Override
        List<String> reasons(CheckedReport report) {
            Map<String, String> units = report.readings().stream()
                    .map(reading -> reading.indicator().target())
                    .collect(Collectors.toMap(Indicator::name, Indicator::unit, (one, other) -> one));
            return units.isEmpty() ? List.of() : StatedFigures.inOtherUnits(report.progress(), units);
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
    },

    /** Said to be done, and no file that shows it. */
    EVIDENCE_MISSING {
        @Override
        CheckSeverity shipped() {
            return CheckSeverity.OFF;
        }

        @Override
        List<String> reasons(CheckedReport report) {
            return report.unbacked() ? List.of(Verdict.DONE.name()) : List.of();
        }
    };

    private static List<String> behind(CheckedReport report) {
        return report.readings().stream()
                .filter(reading -> reading.lamp() == Lamp.BEHIND)
                .flatMap(CheckRule::behind)
                .toList();
    }

    /** What shows it: the sum of the parts, or those that do not add up, or the figure itself. */
    private static Stream<String> behind(IndicatorReading reading) {
        RollUp parts = reading.rollUp();
        if (parts != null && parts.lamp() == Lamp.BEHIND) {
            return parts.sum() == null
                    ? parts.parts().stream()
                            .map(SubItemReading::reading)
                            .filter(part -> part.lamp() == Lamp.BEHIND)
                            .map(CheckRule::against)
                    : Stream.of(against(reading.ofParts()));
        }
        return reading.value() == null ? Stream.empty() : Stream.of(against(reading));
    }

    /** The value, what is expected by now, and the target of the year. */
    private static String against(IndicatorReading reading) {
        return "%s %s / %s / %s"
                .formatted(
                        nameOf(reading),
                        reading.value().toPlainString(),
                        reading.expected().toPlainString(),
                        reading.indicator().target().value().toPlainString());
    }

    private static boolean differsFromParts(IndicatorReading reading) {
        return reading.isDue()
                && reading.rollUp() != null
                && reading.rollUp().differsFrom(reading.value(), reading.indicator());
    }

    private static String nameOf(IndicatorReading reading) {
        return reading.indicator().target().name();
    }

    /** A level may fall, and so may a rate; what is counted up since the year began cannot. */
    private static boolean hasFallen(IndicatorReading reading) {
        Indicator target = reading.indicator().target();
        boolean counted = target.base() == null
                ? LampPolicy.isDivisible(target)
                : target.base() == Indicator.Base.NEW || target.base() == Indicator.Base.CUMULATIVE;
        return counted
                && target.direction() == Indicator.Direction.UP
                && reading.value() != null
                && reading.last() != null
                && reading.value().compareTo(reading.last()) < 0;
    }

    /** What gives the doubt, in words of the report or its key task; empty if there is none. */
    abstract List<String> reasons(CheckedReport report);

    /** How strictly it is taken until a government says otherwise. */
    CheckSeverity shipped() {
        return CheckSeverity.ANSWER;
    }

    /** Key of the message that says what is missed. */
    public String code() {
        return "reporting.check." + name();
    }

    /** Arguments of that message. */
    List<Object> arguments(List<String> reasons) {
        return List.of(String.join("\u3001", reasons));
    }
}
