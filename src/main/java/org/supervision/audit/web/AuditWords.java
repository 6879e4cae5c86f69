package org.supervision.audit.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.supervision.audit.FieldNames;
import org.supervision.identity.GroupPath;

/** Puts what the trail has recorded into the reader's words; what has no word is shown as it is recorded. */
@Component
class AuditWords {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    /** A field of one row of an import. */
    private static final Pattern OF_ROW = Pattern.compile("rows\\.(?<row>\\d+)\\.(?<field>\\w+)");

    private final MessageSource messages;

    AuditWords(MessageSource messages) {
        this.messages = messages;
    }

    public String act(String act) {
        return word("audit.act." + act, act);
    }

    public String object(String objectType) {
        return word("audit.object." + objectType, objectType);
    }

    public String actor(String actor) {
        return word("audit.actor." + actor, actor);
    }

    public String field(String field) {
        Matcher ofRow = OF_ROW.matcher(field);
        if (ofRow.matches()) {
            return word("audit.field.of-row", field, ofRow.group("row"), field(ofRow.group("field")));
        }
        Matcher ofPhrase = FieldNames.OF_PHRASE.matcher(field);
        if (ofPhrase.matches()) {
            return word("audit.field.of-phrase", field, field(ofPhrase.group("field")), ofPhrase.group("phrase"));
        }
        return word("audit.field." + field, field);
    }

    /** A value before or after; texts people have written stay as they are. */
    public @Nullable String value(String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        Matcher ofRow = OF_ROW.matcher(field);
        if (ofRow.matches()) {
            // Recorded as JSON.
            return value(ofRow.group("field"), value.matches("\"[^\"\\\\]*\"") ? value.replace("\"", "") : value);
        }
        return switch (field) {
            case "dueAt", "limitAt" -> moment(value);
            case "signIn.times" -> word("audit.value.times", value, value);
            case "post" ->
                GroupPath.parse(value)
                        .map(post -> word(
                                        "audit.value.post",
                                        value,
                                        post.unit() == null ? "" : post.unit(),
                                        word("portal.post." + post.role(), value))
                                .strip())
                        .orElse(value);
            default ->
                word(
                        "audit.value." + FieldNames.withoutPhrase(field) + "." + value,
                        word("audit.value.any." + value, value));
        };
    }

    private static String moment(String value) {
        try {
            return MOMENT.format(Instant.parse(value));
        } catch (DateTimeParseException e) {
            return value; // recorded by another version
        }
    }

    private String word(String key, String otherwise, Object... arguments) {
        String found = messages.getMessage(key, arguments, otherwise, LocaleContextHolder.getLocale());
        return found == null ? otherwise : found;
    }
}
