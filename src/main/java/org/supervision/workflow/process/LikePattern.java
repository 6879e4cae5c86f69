package org.supervision.workflow.process;

import org.jspecify.annotations.Nullable;

/**
 * Patterns of the engine's queries, in which {@code %} and {@code *} stand for anything. The Keycloak plugin reads them as
 * regular expressions of the caller's, some of which take for ever.
 */
final class LikePattern {

    private LikePattern() {}

    /** In time that grows with the two lengths, whatever the pattern is. */
    static boolean matches(@Nullable String pattern, @Nullable String text) {
        if (pattern == null) {
            return true;
        }
        String value = text == null ? "" : text;
        int at = 0;
        int in = 0;
        int afterWildcard = -1;
        int taken = 0;
        while (in < value.length()) {
            if (at < pattern.length() && isWildcard(pattern.charAt(at))) {
                afterWildcard = ++at;
                taken = in;
            } else if (at < pattern.length() && pattern.charAt(at) == value.charAt(in)) {
                at++;
                in++;
            } else if (afterWildcard >= 0) {
                at = afterWildcard;
                in = ++taken;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && isWildcard(pattern.charAt(at))) {
            at++;
        }
        return at == pattern.length();
    }

    private static boolean isWildcard(char sign) {
        return sign == '%' || sign == '*';
    }
}
