package org.supervision.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.supervision.audit.TrailReads.UnderWay;
import org.supervision.audit.TrailReads.What;

/** However many people open the verification or an export, few connections are held for it. */
class TrailReadsTests {

    private final TrailReads reads = new TrailReads();

    @Test
    void theSameIsReadOnceAtATimeAndTheSecondLearnsHowFarItIs() {
        reads.read(What.VERIFICATION, "city", read -> {
            read.set(42);
            assertThatExceptionOfType(UnderWay.class)
                    .isThrownBy(() -> reads.read(What.VERIFICATION, "city", other -> other))
                    .satisfies(other -> assertThat(other.read()).isEqualTo(42));
            assertThat(isRead(What.VERIFICATION, "town")).isTrue();
            assertThat(isRead(What.EXPORT, "city")).isTrue();
            return read;
        });
        assertThat(isRead(What.VERIFICATION, "city")).isTrue();
    }

    private boolean isRead(What what, String city) {
        Boolean read = reads.read(what, city, count -> true);
        return read;
    }

    @Test
    void notManyAreReadInAllAndOneThatFailsMakesRoom() {
        assertThatExceptionOfType(UnderWay.class).isThrownBy(() -> readWith(TrailReads.MOST));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> reads.read(What.EXPORT, null, read -> {
                    throw new IllegalStateException();
                }));
        assertThat(readWith(TrailReads.MOST - 1)).isEqualTo("read");
    }

    /** One within the other, each of another city. */
    private String readWith(int others) {
        return reads.read(What.VERIFICATION, "city" + others, read -> others == 0 ? "read" : readWith(others - 1));
    }
}
