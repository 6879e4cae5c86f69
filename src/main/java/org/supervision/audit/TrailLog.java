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
import org.springframework.stereotype.Component;

/**
 * Writes a line for each sealed entry to a logger of its own, and from there to the syslog server that is configured. It
 * names the changed fields and says nothing of what is in them. What is not delivered is not sent again: the trail is
 * in the database, the lines are for those who watch, and for comparing with.
 */
@Component
class TrailLog {

    static final String LOGGER = "org.supervision.audit.trail";

    private static final int LONGEST_VALUE = 300;

    private final Logger lines = (Logger) LoggerFactory.getLogger(LOGGER);
    private final ObjectMapper json;

    TrailLog(AuditProperties properties, ObjectMapper json) {
        this.json = json;
        if (!properties.syslog().host().isBlank()) {
            lines.setLevel(Level.INFO);
            lines.setAdditive(false);
            lines.detachAndStopAllAppenders();
            lines.addAppender(appender(properties.syslog()));
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
        appender.start();
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
