package org.supervision.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.supervision.identity.CurrentUser;

/** What is refused again and again is told once a minute, each file that was taken by itself. */
class AnswerRecordTests {

    private static final CurrentUser OFFICER = CurrentUser.of("officer", "Zhang", Set.of("city/office/officer"));
    private static final CurrentUser CHIEF = CurrentUser.of("chief", "Li", Set.of("city/office/chief"));

    private final List<Object> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T01:30:00Z");
    private final AnswerRecord answers = new AnswerRecord(told::add, new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void theSameRefusalIsToldOnceAMinute() {
        answers.refused(OFFICER, "GET /audit");
        now = now.plusSeconds(59);
        answers.refused(OFFICER, "GET /audit");
        assertThat(told).containsExactly(new AnswerGiven("city", AnswerGiven.REFUSED, "GET /audit"));

        now = now.plusSeconds(1);
        answers.refused(OFFICER, "GET /audit");
        answers.refused(OFFICER, "GET /audit");
        assertThat(told).hasSize(2);
    }

    @Test
    void whoTriesManyAddressesThatAreNotThereIsToldOnceAMinute() {
        for (int i = 1; i <= 100; i++) {
            answers.notFound(OFFICER, "GET /cycles/" + i);
        }
        answers.notFound(CHIEF, "GET /cycles/1");
        assertThat(told).containsExactly(new AnswerGiven("city", AnswerGiven.PROBED, "GET /cycles/10"));

        now = now.plusSeconds(60);
        for (int i = 1; i < AnswerRecord.STREAK; i++) {
            answers.notFound(OFFICER, "GET /cycles/" + i);
        }
        assertThat(told).hasSize(1);
        answers.notFound(OFFICER, "GET /cycles/last");
        assertThat(told).hasSize(2);
    }

    @Test
    void whoSendsOneWrongValueAfterTheOtherIsToldOnceAMinuteForItself() {
        for (int i = 1; i < AnswerRecord.STREAK; i++) {
            answers.invalid(OFFICER, "POST /rounds");
            answers.notFound(OFFICER, "GET /cycles/" + i);
        }
        assertThat(told).isEmpty();
        for (int i = 0; i < 50; i++) {
            answers.invalid(OFFICER, "POST /rounds");
        }
        assertThat(told).containsExactly(new AnswerGiven("city", AnswerGiven.GUESSED, "POST /rounds"));
    }

    @Test
    void refusedFilesAndWhoIsSlowedDownAreToldOnceAMinuteEach() {
        for (int i = 0; i < 5; i++) {
            answers.fileRefused(OFFICER, "POST /imports");
            answers.slowed(OFFICER, "POST /imports");
            answers.refused(OFFICER, "POST /imports");
        }
        assertThat(told)
                .containsExactly(
                        new AnswerGiven("city", AnswerGiven.FILE_REFUSED, "POST /imports"),
                        new AnswerGiven("city", AnswerGiven.SLOWED, "POST /imports"),
                        new AnswerGiven("city", AnswerGiven.REFUSED, "POST /imports"));
    }

    @Test
    void whoComesWithCredentialsIsToldOnceAnHourForEachWayAndAddress() {
        answers.signedIn(OFFICER, "bearer", "otp+pwd", "10.0.0.1");
        now = now.plusSeconds(3599);
        answers.signedIn(OFFICER, "bearer", "otp+pwd", "10.0.0.1");
        assertThat(told).containsExactly(new CredentialsBrought("city", "officer", "bearer", "otp+pwd", "10.0.0.1"));

        answers.signedIn(OFFICER, "bearer", "pwd", "10.0.0.1");
        answers.signedIn(OFFICER, "bearer", "otp+pwd", "10.0.0.2");
        now = now.plusSeconds(1);
        answers.signedIn(OFFICER, "bearer", "otp+pwd", "10.0.0.1");
        assertThat(told).hasSize(4);
    }

    @Test
    void anotherAddressAndAnotherPersonAreTold() {
        answers.refused(OFFICER, "GET /audit");
        answers.refused(OFFICER, "POST /audit");
        answers.refused(CHIEF, "GET /audit");

        assertThat(told).hasSize(3);
    }

    @Test
    void aClockThatWasPutBackHidesNothing() {
        answers.refused(OFFICER, "GET /audit");
        now = now.minusSeconds(3600);
        answers.refused(OFFICER, "GET /audit");

        assertThat(told).hasSize(2);
    }

    @Test
    void noMoreIsRememberedThanFits() {
        for (int i = 0; i <= 10_000; i++) {
            answers.refused(OFFICER, "GET /" + i);
        }
        answers.refused(OFFICER, "GET /10000");
        answers.refused(OFFICER, "GET /0");

        assertThat(told).hasSize(10_002);
    }

    @Test
    void everyFileIsTold() {
        answers.taken(OFFICER, "GET /audit/export.csv");
        answers.taken(OFFICER, "GET /audit/export.csv");

        assertThat(told).hasSize(2);
    }
}
