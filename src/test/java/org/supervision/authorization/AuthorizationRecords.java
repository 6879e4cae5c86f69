package org.supervision.authorization;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.notification.Contact;
import org.supervision.notification.Contacts;
import org.supervision.tables.Rosters;
import org.supervision.tables.YearExports;
import org.supervision.workflow.HandOvers;
import org.supervision.workflow.PostDeputies;

/** What one person or one office keeps in a city: exports, posts lent or handed over, contacts, rosters. */
final class AuthorizationRecords {

    private final ApplicationContext context;
    private final TestCities cities;
    private final TestCity city;

    AuthorizationRecords(ApplicationContext context, TestCities cities, TestCity city) {
        this.context = context;
        this.cities = cities;
        this.city = city;
    }

    String export() {
        YearExports exports = context.getBean(YearExports.class);
        return cities.as(city.liaison(0), () -> exports.request(2024).id());
    }

    /** For days to come, so that nobody's rights change meanwhile. */
    String deputy() {
        PostDeputies deputies = context.getBean(PostDeputies.class);
        return cities.as(city.liaison(0), () -> deputies.name(null, city.leader(0), inDays(10), inDays(12))
                .id());
    }

    /** Likewise. */
    String handOver() {
        HandOvers handOvers = context.getBean(HandOvers.class);
        HandOvers.Wish wish = new HandOvers.Wish(List.of(), null, "接任者", null, null, inDays(10), null, null);
        return cities.as(
                city.chief(),
                () -> handOvers.begin(city.code(), city.liaison(1), wish).id());
    }

    String contact() {
        Contacts contacts = context.getBean(Contacts.class);
        return cities.as(
                city.chief(),
                () -> String.valueOf(
                        contacts.add(city.code(), Contact.Kind.SECRETARY, null, "王秘书", city.code() + "@example.org")
                                .id()));
    }

    String roster() {
        Rosters rosters = context.getBean(Rosters.class);
        byte[] table =
                "单位,姓名,岗位,账号\n市一局,李四,联络员,%s-lisi\n".formatted(city.code()).getBytes(StandardCharsets.UTF_8);
        return cities.as(city.chief(), () -> {
            try {
                return rosters.upload(city.code(), "名册.csv", new ByteArrayInputStream(table));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private LocalDate inDays(int days) {
        return LocalDate.now(context.getBean(Clock.class)).plusDays(days);
    }
}
