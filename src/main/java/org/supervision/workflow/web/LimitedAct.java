package org.supervision.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What costs so much that it is not done as often as somebody likes. */
enum LimitedAct {
    FAILED_SIGN_IN,
    IMPORT,
    SEARCH,
    EXPORT,
    PUBLIC_FILE;

    /** Files that are written when they are asked for. */
    private static final Pattern FILES = Pattern.compile(".*\\.(xlsx|docx|csv|zip|pdf)|.*/year-archives/[^/]+/file");

    private static final Pattern ARCHIVES = Pattern.compile("/exports(/archives)?|/api/v1/year-archives");

    private static final Pattern SEARCHES = Pattern.compile("(^|&)q=[^&]");

    private static final Set<String> READS = Set.of("GET", "HEAD");

    /** @param path without the context */
    static Optional<LimitedAct> of(HttpServletRequest request, String path) {
        boolean reads = READS.contains(request.getMethod());
        if (path.startsWith("/public")) {
            return FILES.matcher(path).matches() ? Optional.of(PUBLIC_FILE) : Optional.empty();
        }
        if (!reads && String.valueOf(request.getContentType()).startsWith("multipart/")) {
            return Optional.of(IMPORT);
        }
        if (reads && FILES.matcher(path).matches() || path.endsWith("/verification")) {
            return Optional.of(EXPORT);
        }
        if (!reads && ARCHIVES.matcher(path).matches()) {
            return Optional.of(EXPORT);
        }
        // Told by the query alone: reading parameters would read the body.
        return reads
                        && SEARCHES.matcher(String.valueOf(request.getQueryString()))
                                .find()
                ? Optional.of(SEARCH)
                : Optional.empty();
    }
}
