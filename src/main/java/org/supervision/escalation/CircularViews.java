package org.supervision.escalation;

import java.util.List;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.shared.Slice;

/** Reads circulars: issued ones are for every unit of the government, those in hand for whoever reads all of it. */
@Component
@Transactional(readOnly = true)
public class CircularViews {

    private final CircularStore store;

    CircularViews(CircularStore store) {
        this.store = store;
    }

    /** Those in hand before the issued ones, which come newest first. */
    public Slice<CircularView> list(CurrentUser reader, int page, int size) {
        boolean onlyIssued = onlyIssued(reader);
        String government = reader.requiredGovernment();
        return new Slice<>(
                store.list(government, onlyIssued, size, (long) page * size),
                page,
                size,
                store.count(government, onlyIssued));
    }

    public Optional<CircularView> find(String id, CurrentUser reader) {
        boolean onlyIssued = onlyIssued(reader);
        return store.find(id)
                .filter(circular -> circular.government().equals(reader.requiredGovernment()))
                .filter(circular -> circular.isIssued() || !onlyIssued);
    }

    /** Signed orders that no circular names yet; for whoever reads the whole government. */
    public List<CircularView.Entry> pending(CurrentUser reader) {
        return onlyIssued(reader) ? List.of() : store.pending(reader.requiredGovernment());
    }

    /** The circular that is being written or signed; for whoever reads the whole government. */
    public Optional<CircularView> inHand(CurrentUser reader) {
        return onlyIssued(reader) ? Optional.empty() : store.inHand(reader.requiredGovernment());
    }

    private static boolean onlyIssued(CurrentUser reader) {
        if (!reader.readsWholeGovernment() && reader.unit() == null) {
            throw new AccessDeniedException("no business content for administrators");
        }
        return !reader.readsWholeGovernment();
    }
}
