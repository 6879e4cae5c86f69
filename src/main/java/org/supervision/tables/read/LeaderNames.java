package org.supervision.tables.read;

import java.util.regex.Pattern;

/** Names of leaders as documents write them, with or without their title. */
public final class LeaderNames {

    private static final Pattern TITLE = Words.pattern("leader title");

    private LeaderNames() {}

    /** The name alone, for comparing; a title alone is kept, for some accounts are called so. */
    public static String key(String name) {
        String whole = Texts.key(name);
        String alone = TITLE.matcher(whole).replaceFirst("");
        return alone.isEmpty() ? whole : alone;
    }
}
