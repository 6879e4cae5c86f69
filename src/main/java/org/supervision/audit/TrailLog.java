package org.supervision.audit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.net.SyslogAppender;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes a line for each sealed entry to a logger of its own, and from there to the syslog server that is configured. It
 * names the changed fields and says nothing of what is in them. What is not delivered is not sent again: the trail is
 * in the database, the lines are for those who watch, and for comparing with.
 */
@Component
class TrailLog {

    private static final org.slf4j.Logger log = LoggerFactory.getLogger(TrailLog.class);

    static final String LOGGER = "org.supervision.audit.trail";

    private static final int LONGEST_VALUE = 300;

    private final Logger lines = (Logger) LoggerFactory.getLogger(LOGGER);
    private final ObjectMapper json;
    private final @Nullable SyslogAppender sender;

    TrailLog(AuditProperties properties, ObjectMapper json) {
        this.json = json;
        if (properties.syslog().host().isBlank()) {
            sender = null;
            return;
        }
        sender = appender(properties.syslog());
        lines.setLevel(Level.INFO);
        lines.setAdditive(false);
        lines.detachAndStopAllAppenders();
        lines.addAppender(sender);
        tryAgain();
    }

    /** False if a server is configured whose name leads nowhere; of one that is only silent nobody knows (UDP). */
    boolean reachesItsServer() {
        return sender == null || sender.isStarted();
    }

    /** A name may be known later. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    final void tryAgain() {
        if (sender == null || sender.isStarted()) {
            return;
        }
        sender.start();
        if (!sender.isStarted()) {
            log.error(
                    "Lines of the audit trail are not sent: the syslog server {} is not found", sender.getSyslogHost());
        }
    }

    private SyslogAppender appender(AuditProperties.Syslog server) {
        SyslogAppender appender = new SyslogAppender();
        appender.setContext(lines.getLoggerContext());
        appender.setSyslogHost(server.host());
        appender.setPort(server.port());
        appender.setFacility("AUDIT");
        appender.setCharset(StandardCharsets.UTF_8);
        appender.setSuffixPattern("supervision: %msg");
        appender.setThrowableExcluded(true);
        return appender;
    }

    void write(Seal seal, StoredEntry entry) {
        if (lines.isInfoEnabled()) {
            lines.info(line(seal, entry));
        }
    }

    private String line(Seal seal, StoredEntry entry) {
        return "government=" + clean(entry.government())
                + " id=" + entry.id()
                + " at=" + entry.at()
                + " actor=" + clean(entry.actor())
                + " from=" + clean(entry.origin())
                + " act=" + clean(entry.act())
                + " object=" + clean(entry.objectType())
                + " object-id=" + clean(entry.objectId())
                + " fields=" + clean(fields(entry.changes()))
                + " position=" + seal.position()
                + " algorithm=" + seal.algorithm()
                + " seal=" + seal.hash();
    }

    private String fields(String changes) {
        try {
            JsonNode fields = json.readTree(changes);
            return StreamSupport.stream(
                            Spliterators.spliteratorUnknownSize(fields.fieldNames(), Spliterator.ORDERED), false)
                    .map(FieldNames::withoutPhrase)
                    .distinct()
                    .collect(Collectors.joining(","));
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    /** One word without anything that could end the line or pass for another value. */
    private static String clean(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "-";
        }
        String word = value.replaceAll("[\\p{Cc}\\p{Z}\\p{Cf}=]+", "_");
        return word.length() > LONGEST_VALUE ? word.substring(0, LONGEST_VALUE) : word;
    }
}
