package org.supervision.calendar;

import java.time.Clock;
import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The clock and the working days every module reckons with. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    /** The system's clock; the demo brings one that can be set. */
    @Bean
    @Profile("!demo")
    Clock clock() {
        return Clock.system(WorkingDays.ZONE);
    }

    @Bean
    WorkingDays workingDays(HolidaysInForce holidays, @Value("${supervision.calendar.due-time}") LocalTime dueTime) {
        return new WorkingDays(holidays, dueTime);
    }
}
