package org.supervision.audit;

import java.util.regex.Pattern;

/** Names of changed fields; of some a phrase of a document is part, which is a text like any other. */
public final class FieldNames {

    /** A field whose name ends in a phrase of a document. */
    public static final Pattern OF_PHRASE =
            Pattern.compile("(?<field>unitGroups|unitAliases|columns|heads)\\.(?<phrase>.*)");

    private FieldNames() {}

    /** The name of a field without what a document says. */
    public static String withoutPhrase(String field) {
        var ofPhrase = OF_PHRASE.matcher(field);
        return ofPhrase.matches() ? ofPhrase.group("field") : field;
    }
}
