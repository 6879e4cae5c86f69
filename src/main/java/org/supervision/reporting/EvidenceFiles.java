package org.supervision.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.reporting.EvidenceRecords.Place;
import org.supervision.reporting.EvidenceRecords.Placed;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItems;

/**
 * Files that back reports and partners' parts (佐证材料), and photographs of inspections: attached and removed by those who
 * draft, read by whoever reads what was submitted with them.
 */
@Service
@Transactional
public class EvidenceFiles {

    private static final String REPORT = "progress-report";
    private static final String PART = "partner-part";
    private static final String FINDING = "inspection-finding";

    private final EvidenceRecords records;
    private final EvidenceStore store;
    private final WorkItems workItems;
    private final CycleViews cycles;
    private final InspectionViews inspections;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    EvidenceFiles(
            EvidenceRecords records,
            EvidenceStore store,
            WorkItems workItems,
            CycleViews cycles,
            InspectionViews inspections,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.records = records;
        this.store = store;
        this.workItems = workItems;
        this.cycles = cycles;
        this.inspections = inspections;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /** Whether files can be attached where this work item is done. */
    public static boolean belongTo(WorkItem item) {
        return Set.of(REPORT, PART, FINDING).contains(item.kind());
    }

    /** Whether only pictures are taken there. */
    @Transactional(readOnly = true)
    public boolean takesPicturesOnly(String workItemId) {
        return place(workItemId).inspectionId() != null;
    }

    /** What is attached to the report or part that the person drafts, in the order it came. */
    @Transactional(readOnly = true)
    public List<Evidence> drafted(String workItemId) {
        return records.drafted(place(workItemId));
    }

    /**
     * Attaches a file to the report or part that the person drafts.
     *
     * @param sentName as the person's computer calls it
     * @throws DomainException if nothing is drafted there, or the file is not taken ({@link EvidencePolicy})
     */
    public Evidence attach(String workItemId, String sentName, InputStream file) throws IOException {
        Place place = held(workItemId);
        String name = EvidencePolicy.name(sentName);
        byte[] content = file.readNBytes(EvidencePolicy.LARGEST + 1);
        EvidenceType type = EvidencePolicy.type(name, content);
        if (place.inspectionId() != null && !type.picture()) {
            throw DomainException.invalidField("file", "reporting.inspection.error.no-picture", name);
        }
        String sha256 = sha256(content);
        EvidencePolicy.requireRoom(records.drafted(place), sha256, content.length);
        CurrentUser user = currentUsers.required();
        Evidence evidence = new Evidence(
                UUID.randomUUID().toString(), name, type, content.length, sha256, user.name(), clock.instant());
        store.keep(sha256, content);
        records.add(place, evidence, user);
        String government = user.requiredGovernment();
        events.publishEvent(
                place.cycleId() == null
                        ? new InspectionEvent.PhotographAttached(
                                government, String.valueOf(place.inspectionId()), name, sha256)
                        : new CycleEvent.EvidenceAttached(government, place.cycleId(), name, sha256));
        return evidence;
    }

    /** Takes a file out of what is drafted; versions that were submitted with it keep it. */
    public void remove(String workItemId, String evidenceId) {
        Place place = held(workItemId);
        Evidence evidence = records.drafted(place).stream()
                .filter(each -> each.id().equals(evidenceId))
                .findFirst()
                .orElseThrow(() -> DomainException.notFound(evidenceId));
        records.remove(evidenceId);
        String government = currentUsers.required().requiredGovernment();
        events.publishEvent(
                place.cycleId() == null
                        ? new InspectionEvent.PhotographRemoved(
                                government, String.valueOf(place.inspectionId()), evidence.name(), evidence.sha256())
                        : new CycleEvent.EvidenceRemoved(
                                government, place.cycleId(), evidence.name(), evidence.sha256()));
    }

    /**
     * A file the reader may see: one of a submitted version or part that may be read, or of a draft of the own unit.
     *
     * @throws DomainException not found, also where the reader may not know that it exists
     */
    @Transactional(readOnly = true)
    public Evidence get(String evidenceId, CurrentUser reader) {
        Placed placed = records.find(evidenceId).orElseThrow(() -> DomainException.notFound(evidenceId));
        if (placed.place().cycleId() == null) {
            inspections.get(String.valueOf(placed.place().inspectionId()), reader);
            return placed.evidence();
        }
        CycleDetail detail = cycles.detail(placed.place().cycleId(), reader);
        Stream<Evidence> submitted = Stream.concat(
                detail.reports().stream().flatMap(report -> report.evidence().stream()),
                detail.parts().stream().flatMap(part -> part.evidence().stream()));
        if (!isDraftOf(placed, detail, reader) && !submitted.toList().contains(placed.evidence())) {
            throw DomainException.notFound(evidenceId);
        }
        return placed.evidence();
    }

    private static boolean isDraftOf(Placed placed, CycleDetail detail, CurrentUser reader) {
        String part = placed.place().part();
        return placed.drafted() && reader.isOfUnit(part == null ? detail.cycle().leadUnit() : part);
    }

    /** Writes what the file holds; who may read it was asked before. */
    @Transactional(readOnly = true)
    public void write(Evidence evidence, OutputStream target) throws IOException {
        store.write(evidence.sha256(), target);
    }

    /** The place, held; asked again under the lock, because somebody may have submitted meanwhile. */
    private Place held(String workItemId) {
        records.hold(place(workItemId));
        return place(workItemId);
    }

    private Place place(String workItemId) {
        WorkItem item = workItems.waitingForMe(workItemId);
        if (!belongTo(item)) {
            throw new DomainException(Kind.CONFLICT, "reporting.evidence.not-here");
        }
        return switch (item.kind()) {
            case FINDING -> Place.ofInspection(item.businessKey());
            case PART -> Place.ofPart(item.businessKey(), String.valueOf(item.unit()));
            default -> Place.ofReport(item.businessKey());
        };
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
