package org.supervision.calendar;

import java.io.IOException;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Loads the notices that come with the application, before anybody is planned for. At the start and not earlier, because
 * an update may bring the notice of a year in which deadlines are open already, and they are to be told.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ShippedNotices implements ApplicationRunner {

    private static final ClassPathResource FILE = new ClassPathResource("calendar/cn-public-holidays.csv");

    private final HolidayNotices notices;

    ShippedNotices(HolidayNotices notices) {
        this.notices = notices;
    }

    @Override
    public void run(ApplicationArguments args) throws IOException {
        notices.loadShipped(NoticeCsv.read(FILE.getContentAsByteArray()));
    }
}
