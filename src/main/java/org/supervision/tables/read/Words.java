package org.supervision.tables.read;

import java.util.List;
import java.util.regex.Pattern;
import org.supervision.shared.WordFile;

/** The vocabulary by which tables are understood, read from the data file {@code tables/words.txt}. */
final class Words {

    private static final WordFile FILE = WordFile.load("/tables/words.txt");

    private Words() {}

    static List<String> section(String name) {
        return FILE.section(name);
    }

    /** One pattern of all expressions of the section. */
    static Pattern pattern(String section) {
        return FILE.pattern(section);
    }
}
