package org.supervision.escalation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.supervision.identity.CurrentUsers;
import org.supervision.workflow.Refusals;

/** Numbers of issue in words, for pages too ({@code @numberWords}): prefix, calendar year, number. */
@Component("numberWords")
public class NumberWords {

    private final JdbcClient jdbc;
    private final CurrentUsers currentUsers;
    private final Refusals words;

    NumberWords(JdbcClient jdbc, CurrentUsers currentUsers, Refusals words) {
        this.jdbc = jdbc;
        this.currentUsers = currentUsers;
        this.words = words;
    }

    public String of(String government, SlipKind kind, int year, int number) {
        return written(prefix(government, kind, year), year, number);
    }

    /** A number of the government of whoever asks. */
    public String own(SlipKind kind, int year, int number) {
        return of(currentUsers.required().requiredGovernment(), kind, year, number);
    }

    /** Writes many numbers of a government, and looks each series up once. */
    public Series series(String government) {
        return new Series(government, new HashMap<>());
    }

    /** The series that were looked up, each by its kind and year. */
    public final class Series {

        private final String government;
        private final Map<String, String> prefixes;

        private Series(String government, Map<String, String> prefixes) {
            this.government = government;
            this.prefixes = prefixes;
        }

        public String number(SlipKind kind, int year, int number) {
            return written(
                    prefixes.computeIfAbsent(kind + "/" + year, any -> prefix(government, kind, year)), year, number);
        }
    }

    private String written(String prefix, int year, int number) {
        return words.text("escalation.number", List.of(prefix, String.valueOf(year), String.valueOf(number)));
    }

    String prefix(String government, SlipKind kind, int year) {
        return jdbc.sql(
                        """
                        select prefix from number_prefix where government = ? and kind = ? and from_year <= ?
                        order by from_year desc limit 1""")
                .params(government, kind.name(), year)
                .query(String.class)
                .optional()
                .orElseGet(() -> words.text("escalation.number-prefix." + kind, List.of()));
    }
}
