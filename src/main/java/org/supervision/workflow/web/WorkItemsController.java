package org.supervision.workflow.web;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.shared.Slice;
import org.supervision.workflow.Drafts;
import org.supervision.workflow.Drafts.Draft;
import org.supervision.workflow.FormSchema;
import org.supervision.workflow.Refusals;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItemSubjects.Fact;
import org.supervision.workflow.WorkItemSubjects.KeyTaskReference;
import org.supervision.workflow.WorkItemSubjects.Subject;
import org.supervision.workflow.WorkItems;

/** The caller's own work items in REST; each call finds only those a post of the caller may complete. */
@RestController
@RequestMapping("/api/v1/work-items")
class WorkItemsController {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int MOST_IDS = 100;

    /** What the caller enters, with answers to the warnings they were shown. */
    record CompletionForm(@Nullable Map<String, Object> values, @Nullable List<AnswerForm> warningAnswers) {}

    /** The answer to one warning. */
    record AnswerForm(@Nullable String code, @Nullable String answer) {}

    /** What has been entered so far. */
    record DraftForm(@Nullable Map<String, Object> values, @Nullable List<AnswerForm> warningAnswers) {}

    /**
     * A draft as it was saved last.
     *
     * @param savedBy a person's name, {@code null} while nobody has saved
     */
    record DraftView(
            @Nullable String savedBy,
            @Nullable OffsetDateTime savedAt,
            Map<String, Object> values,
            List<AnswerForm> warningAnswers) {}

    /** Names of the other candidates who have the work item open. */
    record PresenceView(List<String> others) {}

    /** One line of the list. */
    record WorkItemView(
            String id,
            String kind,
            String name,
            @Nullable String cycleId,
            @Nullable KeyTaskReference keyTask,
            @Nullable String matter,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime dueAt,
            boolean overdue) {}

    /** A doubt to be answered on completion. */
    record WarningView(String code, String message) {}

    /** A work item to be worked on. */
    record WorkItemDetailView(
            String id,
            String kind,
            String name,
            @Nullable String cycleId,
            @Nullable KeyTaskReference keyTask,
            @Nullable String matter,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime dueAt,
            boolean overdue,
            List<Fact> facts,
            FormSchema form,
            Map<String, Object> values,
            List<WarningView> warnings) {}

    /** A work item the caller has completed. */
    record CompletedView(String id, String kind, String name, String businessKey, OffsetDateTime completedAt) {}

    /** A version of a draft, also as proxies weaken it that compress. */
    private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    private final WorkItems workItems;
    private final Drafts drafts;
    private final Refusals refusals;
    private final Clock clock;

    WorkItemsController(WorkItems workItems, Drafts drafts, Refusals refusals, Clock clock) {
        this.workItems = workItems;
        this.drafts = drafts;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping
    Slice<WorkItemView> mine(@ParameterObject @PageableDefault(size = 50) Pageable page) {
        return workItems.mine(page.getPageNumber(), page.getPageSize()).map(line -> view(line.item(), line.subject()));
    }

    /** Those named, at most a page of them; for lists that have the ids from elsewhere, as Tasklist does. */
    @GetMapping(params = {"id", "!completed"})
    Slice<WorkItemView> mine(@RequestParam("id") Set<String> ids) {
        if (ids.size() > MOST_IDS) {
            throw DomainException.invalidField("id", "workflow.work-item.too-many-ids", MOST_IDS);
        }
        List<WorkItemView> items = workItems.mine(ids).stream()
                .map(line -> view(line.item(), line.subject()))
                .toList();
        return new Slice<>(items, 0, MOST_IDS, items.size());
    }

    @GetMapping(params = "completed=true")
    Slice<CompletedView> completed(
            @RequestParam boolean completed, @ParameterObject @PageableDefault(size = 50) Pageable page) {
        return workItems
                .completed(page.getPageNumber(), page.getPageSize())
                .map(done -> new CompletedView(
                        done.id(), done.kind(), done.name(), done.businessKey(), local(done.completedAt())));
    }

    @GetMapping("/{id}")
    WorkItemDetailView get(@PathVariable String id) {
        WorkItems.WorkItemDetail detail = workItems.get(id);
        WorkItemView line = view(detail.item(), detail.subject());
        return new WorkItemDetailView(
                line.id(),
                line.kind(),
                line.name(),
                line.cycleId(),
                line.keyTask(),
                line.matter(),
                line.createdAt(),
                line.dueAt(),
                line.overdue(),
                detail.facts(),
                detail.form().in(LocaleContextHolder.getLocale()),
                detail.values(),
                detail.warnings().stream()
                        .map(warning ->
                                new WarningView(warning.code(), refusals.text(warning.code(), warning.arguments())))
                        .toList());
    }

    @PostMapping("/{id}/completion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@PathVariable String id, @RequestBody CompletionForm form) {
        workItems.complete(id, form.values() == null ? Map.of() : form.values(), byCode(form.warningAnswers()));
    }

    /** Its version as entity tag, for those who save with {@code If-Match}. */
    @GetMapping("/{id}/draft")
    ResponseEntity<DraftView> draft(@PathVariable String id) {
        Draft draft = drafts.get(id);
        return tagged(ResponseEntity.ok(), draft)
                .body(new DraftView(
                        draft.savedBy(),
                        draft.savedAt() == null ? null : local(draft.savedAt()),
                        draft.values(),
                        draft.warningAnswers().entrySet().stream()
                                .map(answer -> new AnswerForm(answer.getKey(), answer.getValue()))
                                .toList()));
    }

    /** Tells by the clock of the installation when it was saved; refused if the entity tag is not the latest one's. */
    @PutMapping("/{id}/draft")
    ResponseEntity<Void> saveDraft(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody DraftForm form) {
        Draft saved = drafts.save(
                id, form.values() == null ? Map.of() : form.values(), byCode(form.warningAnswers()), version(ifMatch));
        return tagged(ResponseEntity.status(HttpStatus.NO_CONTENT), saved).build();
    }

    /** Called every twenty seconds while a page with the work item is open. */
    @PutMapping("/{id}/presence")
    ResponseEntity<PresenceView> isPresent(@PathVariable String id) {
        List<String> others = drafts.companions(id);
        return tagged(ResponseEntity.ok(), drafts.get(id)).body(new PresenceView(others));
    }

    private static BodyBuilder tagged(BodyBuilder answer, Draft draft) {
        BodyBuilder tagged = answer.eTag(String.valueOf(draft.version()));
        return draft.savedAt() == null ? tagged : tagged.lastModified(draft.savedAt());
    }

    private static @Nullable Integer version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        Matcher tag = ENTITY_TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw new DomainException(Kind.INVALID, "workflow.work-item.draft-tag");
        }
        return Integer.valueOf(tag.group(1));
    }

    private static Map<String, String> byCode(@Nullable List<AnswerForm> warningAnswers) {
        Map<String, String> answers = new LinkedHashMap<>();
        if (warningAnswers != null) {
            warningAnswers.stream()
                    .filter(answer -> answer.code() != null && answer.answer() != null)
                    .forEach(answer -> answers.put(answer.code(), answer.answer()));
        }
        return answers;
    }

    private WorkItemView view(WorkItem item, Subject subject) {
        return new WorkItemView(
                item.id(),
                item.kind(),
                item.name(),
                subject.cycleId(),
                subject.keyTask(),
                subject.matter(),
                local(item.createdAt()),
                item.dueAt() == null ? null : local(item.dueAt()),
                item.isOverdue(clock.instant()));
    }

    private static OffsetDateTime local(Instant instant) {
        return instant.atZone(ZONE).toOffsetDateTime();
    }
}
