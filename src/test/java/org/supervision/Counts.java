package org.supervision;

/** How often random tests try: a seeded tenth or less in {@code mvn verify}, all of it in {@code mvn -Pfull verify}. */
public final class Counts {

    private Counts() {}

    public static int of(int usual, int full) {
        return Boolean.getBoolean("supervision.full") ? full : usual;
    }
}
