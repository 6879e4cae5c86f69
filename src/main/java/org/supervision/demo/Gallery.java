package org.supervision.demo;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The invented data of the gallery, read from {@code demo/gallery.yaml}; the parts are shaped as the fragments ask. */
record Gallery(
        Map<String, String> words,
        OffsetDateTime simulatedNow,
        Shell shell,
        int inboxCount,
        List<Highlight> highlights,
        List<Link> breadcrumb,
        List<String> levels,
        List<List<QuarterLamp>> fourLamps,
        List<Deadline> deadlines,
        List<Slip> slips,
        List<Step> steps,
        List<Day> days,
        List<Segment> segments,
        List<Part> difference,
        List<FieldError> errors,
        List<Check> checks,
        List<Entry> timeline,
        List<Field> fields,
        List<Indicator> indicators,
        List<Owed> owed,
        List<Published> published,
        Diagram diagram) {

    record Shell(String governmentName, String unitName, String personName, String post, List<String> sections) {}

    record Highlight(String label, String value, @Nullable String note) {}

    record Link(String text, @Nullable String url) {}

    record QuarterLamp(@Nullable String level, String quarter) {}

    record Deadline(String state, int workingDays, OffsetDateTime dueAt) {}

    record Slip(String kind, @Nullable String number, @Nullable String endedBecause, @Nullable String url) {}

    record Step(String label, @Nullable String note, String state) {}

    record Day(String day, String weekday, @Nullable String note, String kind) {}

    record Segment(String label, BigDecimal from, BigDecimal width, String tone, @Nullable String url) {}

    record Part(String kind, String text) {}

    record FieldError(String key, String message) {}

    record Check(
            String code,
            String state,
            String title,
            String detail,
            @Nullable String fieldKey,
            @Nullable String answer,
            @Nullable String error) {}

    record Entry(OffsetDateTime at, @Nullable String who, String what, String kind) {}

    record Option(String value, String label, @Nullable String shortcut) {}

    record Field(
            String key,
            String type,
            String label,
            @Nullable String description,
            boolean required,
            boolean readonly,
            List<Option> options,
            @Nullable String value,
            @Nullable String error,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable Integer maxLength,
            @Nullable String unit,
            List<List<Field>> rows,
            boolean addable,
            @Nullable String shownWhen) {}

    record Indicator(
            String key,
            String name,
            @Nullable String qualifier,
            String target,
            @Nullable String last,
            @Nullable String value,
            @Nullable String unit,
            @Nullable String error,
            boolean enterable,
            @Nullable BigDecimal lastShare,
            @Nullable BigDecimal gainedShare,
            @Nullable BigDecimal expectedShare,
            String sentence,
            String lamp,
            @Nullable Object split) {}

    record Owed(
            int number,
            String goal,
            String facts,
            @Nullable String reason,
            List<QuarterLamp> lamps,
            Deadline deadline,
            String act,
            boolean first) {}

    record Published(
            int number,
            String goal,
            String lead,
            String supporting,
            String progress,
            String lamp,
            String verdict,
            List<QuarterLamp> lamps,
            String phone) {}

    record Diagram(List<String> tokens, List<String> passed, String words) {}
}
