package org.supervision;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.supervision.audit.TrailSeals;
import org.supervision.authorization.RolledBack;
import org.supervision.calendar.TestNotices;
import org.supervision.demo.Downtime;
import org.supervision.tables.ImportDesk;

/**
 * A test on the whole application with a real PostgreSQL and an empty demo, served on a random port. All such tests of
 * one run share one application: each makes a government of its own. Jobs run when the test says so ({@code EngineTime},
 * demo clock) and entries of the trail are sealed when it calls the sealer, never by themselves.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "supervision.demo.city=false",
            "supervision.demo.data-directory=",
            "supervision.audit.sealing=false",
            "supervision.audit.late-after=P99999D",
            "camunda.bpm.job-execution.enabled=false",
            "spring.mail.host=127.0.0.1",
            "spring.mail.properties.mail.smtp.starttls.required=false",
            "supervision.notification.mail-from=supervision@example.org",
            // Whoever has used up a limit does not get it back while the test looks.
            "supervision.limits.searches.within=30d",
            "supervision.limits.exports.within=30d",
            "supervision.notification.secret-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
        })
@ActiveProfiles("demo")
@Import({
    TestCities.class,
    RestCalls.class,
    PortalPages.class,
    ImportDesk.class,
    Portal.class,
    Downtime.class,
    ProcessCoverage.class,
    TestPost.class,
    TestNotices.class,
    TrailSeals.class,
    RolledBack.class
})
public @interface ApplicationTest {}
