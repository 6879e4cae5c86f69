package org.supervision.tables.read;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a column of a roster holds; its header's synonyms are data. */
enum PersonColumn {
    NAME,
    UNIT,
    POST,
    USERNAME,
    PHONE,
    MAIL;

    private final Pattern synonyms = Words.pattern("person " + name());

    static Optional<PersonColumn> headedBy(String text) {
        String key = Texts.key(text);
        return key.length() > 30
                ? Optional.empty()
                : Stream.of(values())
                        .filter(column -> column.synonyms.matcher(key).matches())
                        .findFirst();
    }
}
