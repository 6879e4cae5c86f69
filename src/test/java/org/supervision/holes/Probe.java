package org.supervision.holes;

/**
 * A known hole. What is done to the plain application has to succeed and what is done to ours to fail; both say so by
 * their assertions, on the effect and not on a status alone.
 *
 * @param name what an attacker does, as a sentence
 * @param why where the hole comes from
 */
record Probe(String name, String why, Attack<PlainApplication> bites, Attack<OurApplication> fails) {

    /** What somebody does who should not. */
    @FunctionalInterface
    interface Attack<T> {

        void on(T application) throws Exception;
    }

    @Override
    public String toString() {
        return name + " (" + why + ")";
    }
}
