package org.supervision.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.supervision.Counts;
import org.supervision.shared.Quarter;

/**
 * Random deadlines of the 40 quarters from 2022 to 2031, each by a rule of the house, against a list of days in which
 * they are counted. The notices change all the time: some years are known, some not, some have made-up ones.
 */
class DeadlineOracleTests {

    private static final List<String> SHIPPED = DayList.shipped();
    private static final LocalTime DUE_TIME = LocalTime.of(18, 0);
    private static final int DEADLINES = Counts.of(100_000, 1_000_000);
    private static final int DEADLINES_PER_CALENDAR = 2_000;

    /** What is due when, said twice: by the arithmetic the application uses and by counting in the list. */
    private enum Rule {
        REPORT(5) {
            @Override
            Object reckoned(WorkingDays days, Case c) {
                return days.dueInstant(days.plus(c.quarter().lastDay(), n));
            }

            @Override
            Object counted(DayList days, Case c) {
                return evening(days.nthAfter(c.quarter().lastDay(), n));
            }
        },
        PARTS(2) {
            @Override
            Object reckoned(WorkingDays days, Case c) {
                return days.dueInstant(days.minus(days.plus(c.quarter().lastDay(), 5), n));
            }

            @Override
            Object counted(DayList days, Case c) {
                return evening(days.nthBefore(days.nthAfter(c.quarter().lastDay(), 5), n));
            }
        },
        ROUND_CLOSING(10) {
            @Override
            Object reckoned(WorkingDays days, Case c) {
                return days.dueInstant(days.plus(days.plus(c.quarter().lastDay(), 5), n));
            }

            @Override
            Object counted(DayList days, Case c) {
                return evening(days.nthAfter(days.nthAfter(c.quarter().lastDay(), 5), n));
            }
        },
        UNIT_REVIEW(2),
        OFFICE_REVIEW(3),
        RESUBMISSION(2),
        OBJECTION(5),
        APPEAL(5),
        ORDER_ANSWER(2),
        REMINDER_COOL_DOWN(2),
        ENTERED_DATE(0) {
            @Override
            Object reckoned(WorkingDays days, Case c) {
                return days.dueInstant(c.day());
            }

            @Override
            Object counted(DayList days, Case c) {
                return evening(days.thisOrNext(c.day()));
            }
        },
        FIRST_REMINDER(1) {
            @Override
            Object reckoned(WorkingDays days, Case c) {
                return rung(days, c);
            }

            @Override
            Object counted(DayList days, Case c) {
                return rung(days, c);
            }
        },
        SECOND_REMINDER(3) {
            @Override
            Object reckoned(WorkingDays days, Case c) {
                return rung(days, c);
            }

            @Override
            Object counted(DayList days, Case c) {
                return rung(days, c);
            }
        },
        ORDER(5) {
            @Override
            Object reckoned(WorkingDays days, Case c) {
                return rung(days, c);
            }

            @Override
            Object counted(DayList days, Case c) {
                return rung(days, c);
            }
        },
        INTERVIEW(10) {
            @Override
            Object reckoned(WorkingDays days, Case c) {
                return rung(days, c);
            }

            @Override
            Object counted(DayList days, Case c) {
                return rung(days, c);
            }
        },
        EARLY_NOTICE(5) {
            @Override
            Object reckoned(WorkingDays days, Case c) {
                return days.minus(days.onOrAfter(c.day()), n);
            }

            @Override
            Object counted(DayList days, Case c) {
                return days.nthBefore(days.thisOrNext(c.day()), n);
            }
        },
        LAST_NOTICE(1) {
            @Override
            Object reckoned(WorkingDays days, Case c) {
                return days.minus(days.onOrAfter(c.day()), n);
            }

            @Override
            Object counted(DayList days, Case c) {
                return days.nthBefore(days.thisOrNext(c.day()), n);
            }
        },
        /** An extension over ten working days goes to the vice-mayor. */
        EXTENSION(10) {
            @Override
            Object reckoned(WorkingDays days, Case c) {
                return days.between(c.day(), c.later()) + " " + (days.between(c.day(), c.later()) > n);
            }

            @Override
            Object counted(DayList days, Case c) {
                int count = days.countAfterUpTo(c.day(), c.later());
                return count + " "
                        + c.later()
                                .isAfter(days.nthAfter(days.nthAfter(c.day(), n), 1)
                                        .minusDays(1));
            }
        },
        /** What the chip says. */
        DAYS_LEFT_OR_OVER(0) {
            @Override
            Object reckoned(WorkingDays days, Case c) {
                return days.between(c.later(), c.day());
            }

            @Override
            Object counted(DayList days, Case c) {
                return -days.countAfterUpTo(c.day(), c.later());
            }
        };

        final int n;

        Rule(int n) {
            this.n = n;
        }

        /** Unless said otherwise: so many working days from the day of the act, until six in the evening. */
        Object reckoned(WorkingDays days, Case c) {
            return days.dueInstant(days.plus(c.day(), n));
        }

        Object counted(DayList days, Case c) {
            return evening(days.nthAfter(c.day(), n));
        }

        Instant rung(WorkingDays days, Case c) {
            return days.afterDue(days.dueInstant(c.day()), n);
        }

        Instant rung(DayList days, Case c) {
            return DayList.afterMidnight(days.nthAfter(days.thisOrNext(c.day()), n))
                    .toInstant();
        }

        static Instant evening(LocalDate day) {
            return DayList.evening(day).toInstant();
        }
    }

    /** @param later than the day, by up to 60 days */
    private record Case(Rule rule, Quarter quarter, LocalDate day, LocalDate later) {}

    @Test
    void everyDeadlineIsThatOfAListOfDays() {
        long seed = Long.getLong("supervision.seed", 20260713);
        Random random = new Random(seed);
        List<String> different = new ArrayList<>();
        Set<Rule> tried = EnumSet.noneOf(Rule.class);
        for (int i = 0; i < DEADLINES; i += DEADLINES_PER_CALENDAR) {
            List<String> lines = notices(random);
            DayList list = new DayList(lines);
            WorkingDays days = workingDays(lines);
            for (int j = 0; j < DEADLINES_PER_CALENDAR; j++) {
                Case c = anyCase(random);
                tried.add(c.rule());
                Object reckoned = c.rule().reckoned(days, c);
                Object counted = c.rule().counted(list, c);
                if (!reckoned.equals(counted)) {
                    different.add(c + " is " + reckoned + ", not " + counted + ", by " + lines);
                }
            }
        }
        assertThat(different.stream().limit(3))
                .as("supervision.seed=" + seed + ", " + different.size() + " of " + DEADLINES)
                .isEmpty();
        assertThat(tried).containsExactlyInAnyOrder(Rule.values());
    }

    private static Case anyCase(Random random) {
        Rule[] rules = Rule.values();
        int number = random.nextInt(40);
        Quarter quarter = new Quarter(2022 + number / 4, number % 4 + 1);
        LocalDate day = quarter.lastDay().plusDays(random.nextInt(92));
        return new Case(rules[random.nextInt(rules.length)], quarter, day, day.plusDays(random.nextInt(60)));
    }

    /** Each year with its shipped notice, with a made-up one, or with none. */
    private static List<String> notices(Random random) {
        List<String> lines = new ArrayList<>();
        for (int year = 2022; year <= 2032; year++) {
            String prefix = year + "-";
            int sort = random.nextInt(4);
            if (sort > 0) {
                List<String> shipped =
                        SHIPPED.stream().filter(line -> line.startsWith(prefix)).toList();
                lines.addAll(sort == 3 || shipped.isEmpty() ? madeUp(year, random) : shipped);
            }
        }
        return lines;
    }

    /** A few stretches of up to ten days off, with weekend days around them worked. */
    private static List<String> madeUp(int year, Random random) {
        List<String> lines = new ArrayList<>();
        Set<LocalDate> used = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            LocalDate first = LocalDate.ofYearDay(year, 1 + random.nextInt(350));
            IntStream.rangeClosed(0, random.nextInt(10))
                    .mapToObj(first::plusDays)
                    .filter(used::add)
                    .forEach(day -> lines.add(day + ",holiday,X"));
        }
        for (int i = 0; i < 8; i++) {
            LocalDate day = LocalDate.ofYearDay(year, 1 + random.nextInt(365));
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (weekend && used.add(day)) {
                lines.add(day + ",make-up,");
            }
        }
        return lines;
    }

    private static WorkingDays workingDays(List<String> lines) {
        PublicHolidays holidays = new PublicHolidays(1, days(lines, "holiday"), days(lines, "make-up"), Set.of());
        return new WorkingDays(() -> holidays, DUE_TIME);
    }

    private static Set<LocalDate> days(List<String> lines, String kind) {
        return lines.stream()
                .map(line -> line.split(",", 3))
                .filter(cells -> cells[1].equals(kind))
                .map(cells -> LocalDate.parse(cells[0]))
                .collect(Collectors.toSet());
    }
}
