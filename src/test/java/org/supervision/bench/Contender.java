package org.supervision.bench;

import java.util.List;

/** One side of the comparison: takes rounds of quarterly cycles from their opening to the last approval. */
interface Contender {

    String name();

    /** The database that only this side uses. */
    String database();

    /** Brings a round to where only its opening is missing; not measured. */
    Round prepare(int cycles);

    /** A round of cycles without partners: drafted, approved by the unit, approved by the office. */
    interface Round {

        /** Opens the round and starts its cycles. */
        void open();

        List<String> cycles();

        /** Takes one open cycle through draft, unit review and office review. */
        void run(String cycle);

        /** How many overdue timers wait for this round's drafts. */
        long timers();

        /** How many cycles have ended approved, with everything on record that this side keeps. */
        long approved();
    }
}
