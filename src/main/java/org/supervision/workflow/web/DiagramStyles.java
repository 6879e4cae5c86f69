package org.supervision.workflow.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The style attributes that bpmn-js 8.0.0 writes into the page, the last version that is packed as a Maven artifact; from
 * 9.2 on it needs none. Exactly these texts are allowed, by their hashes: any other style attribute stays refused, and
 * nothing changes for scripts. A browser test fails when another version writes others.
 */
final class DiagramStyles {

    private static final List<String> WRITTEN = List.of(
            // the overlays over the picture and a hidden picture that measures texts
            "position: absolute",
            "position: absolute; width: 0; height: 0;",
            "visibility: hidden; position: fixed",
            // the mark of its makers, which its licence wants to be seen, and what opens on it
            "position: absolute; bottom: 15px; right: 15px; z-index: 100; color: #404040",
            "vertical-align:middle",
            "z-index: 1001;position: fixed;top: 0;left: 0;right: 0;bottom: 0",
            "width: 100%;height: 100%;background: rgba(40,40,40,0.2)",
            "position: absolute;left: 50%;top: 40%;transform: translate(-50%);width: 260px;padding: 10px;background: white;"
                    + "box-shadow: 0 1px 4px rgba(0,0,0,0.3);font-family: Helvetica, Arial, sans-serif;font-size: 14px;"
                    + "display: flex;line-height: 1.3",
            "margin: 15px 20px 15px 10px; align-self: center;color: #404040");

    /** For the content security policy. */
    static final String DIRECTIVE = "style-src-attr 'unsafe-hashes' "
            + WRITTEN.stream().map(DiagramStyles::hash).collect(Collectors.joining(" "));

    private DiagramStyles() {}

    private static String hash(String style) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(sha256) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
