package org.supervision.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A syslog server gets a line for each sealed entry: whole, one line, and without any text of a change. */
@ExtendWith(OutputCaptureExtension.class)
class TrailLogTests {

    private static final Instant AT = Instant.parse("2026-03-02T01:30:00Z");

    private final Logger logger = (Logger) LoggerFactory.getLogger(TrailLog.LOGGER);

    @AfterEach
    void switchOff() {
        logger.detachAndStopAllAppenders();
        logger.setLevel(Level.OFF);
    }

    @Test
    void aServerGetsALineForEachSealedEntry() throws IOException {
        String line = received(new StoredEntry(
                7,
                "city",
                AT,
                "officer",
                "Zhang",
                "submit-report",
                "reporting-cycle",
                "c-1",
                "{\"progress\": {\"after\": \"secret text\"}, \"columns.\u7ecf\u529e\": {\"after\": \"UNITS\"}}",
                "10.1.2.3"));

        // Facility 13 (audit), severity 6 (info).
        assertThat(line)
                .startsWith("<110>")
                .contains("supervision: government=city id=7 at=2026-03-02T01:30:00Z"
                        + " actor=officer from=10.1.2.3 act=submit-report object=reporting-cycle object-id=c-1 fields=progress,columns"
                        + " position=5 algorithm=SHA-256 seal=");
        assertThat(line).doesNotContain("secret", "UNITS", "\u7ecf").matches("(?s).*seal=[0-9a-f]{64}");
    }

    @Test
    void aServerThatIsNotFoundIsToldAndTriedAgain(CapturedOutput output) {
        TrailLog log = new TrailLog(properties("syslog.invalid", 514), new ObjectMapper());

        assertThat(log.reachesItsServer()).isFalse();
        assertThat(output).contains("the syslog server syslog.invalid is not found");
        assertThat(new TrailLog(properties("127.0.0.1", 514), new ObjectMapper()).reachesItsServer())
                .isTrue();
        assertThat(new TrailLog(properties("", 514), new ObjectMapper()).reachesItsServer())
                .isTrue();
    }

    @Test
    void nothingInItEndsTheLineOrPassesForAnotherValue() throws IOException {
        String line = received(new StoredEntry(
                7,
                null,
                AT,
                "a\nb\u0000c\u001b[31m\u2028d\u0085e act=forged",
                null,
                "act",
                "type",
                "x".repeat(5000),
                "{\"a\\nb=1\": {}}",
                null));

        assertThat(line.substring(line.indexOf("government")))
                .contains("government=- ", "actor=a_b_c_[31m_d_e_act_forged from=- act=act", "fields=a_b_1 ")
                .contains(" object-id=" + "x".repeat(300) + " fields")
                .doesNotContainPattern("[\\p{Cntrl}\\u2028\\u0085]");
    }

    @Test
    void withoutAServerNoLineIsWritten() {
        logger.setLevel(Level.OFF);
        new TrailLog(properties("", 514), new ObjectMapper());

        assertThat(logger.iteratorForAppenders()).isExhausted();
        assertThat(logger.isInfoEnabled()).isFalse();
    }

    private static String received(StoredEntry entry) throws IOException {
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(10_000);
            TrailLog lines = new TrailLog(properties("127.0.0.1", server.getLocalPort()), new ObjectMapper());
            lines.write(Seal.of(entry, "city", 5, "", SealAlgorithm.SHA_256, AT), entry);
            DatagramPacket packet = new DatagramPacket(new byte[10_000], 10_000);
            server.receive(packet);
            return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
        }
    }

    private static AuditProperties properties(String host, int port) {
        return new AuditProperties(
                true, SealAlgorithm.SHA_256, Duration.ofMinutes(1), null, new AuditProperties.Syslog(host, port));
    }
}
