package org.supervision.audit;

import org.springframework.boot.test.context.TestComponent;

/** Seals at once what a test has let happen. */
@TestComponent
public class TrailSeals {

    private final Sealer sealer;

    TrailSeals(Sealer sealer) {
        this.sealer = sealer;
    }

    public void all() {
        sealer.sealAll();
    }
}
