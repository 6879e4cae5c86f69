package org.supervision.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.shared.DomainException;

/**
 * Lets only a few people read long parts of the trail at once, each of which holds a connection to the database for as
 * long: the same reading of the same government once at a time, and not many in all; counted by each node.
 */
@Component
public class TrailReads {

    /** Of a pool that everybody's work needs too. */
    static final int MOST = 3;

    /** What is read at length. */
    public enum What {
        VERIFICATION,
        EXPORT
    }

    /** Not now: somebody else reads. */
    public static final class UnderWay extends DomainException {

        private static final long serialVersionUID = 1L;

        private final long read;

        UnderWay(long read) {
            super(Kind.CONFLICT, "audit.reading.under-way", read);
            this.read = read;
        }

        /** Entries that the other one has read so far. */
        public long read() {
            return read;
        }
    }

    private final Map<String, AtomicLong> running = new HashMap<>();

    /**
     * Reads, unless somebody reads the same or enough others read.
     *
     * @param reading gets where to count what it has read
     * @throws UnderWay otherwise
     */
    public <T> T read(What what, @Nullable String government, Function<AtomicLong, T> reading) {
        String key = what + " " + government;
        AtomicLong read = begin(key);
        try {
            return reading.apply(read);
        } finally {
            end(key);
        }
    }

    private synchronized AtomicLong begin(String key) {
        AtomicLong other = running.get(key);
        if (other == null && running.size() >= MOST) {
            other = running.values().iterator().next();
        }
        if (other != null) {
            throw new UnderWay(other.get());
        }
        AtomicLong mine = new AtomicLong();
        running.put(key, mine);
        return mine;
    }

    private synchronized void end(String key) {
        running.remove(key);
    }
}
