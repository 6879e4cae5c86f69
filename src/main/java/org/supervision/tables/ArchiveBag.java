package org.supervision.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.supervision.identity.Government;
import org.supervision.identity.Governments;
import org.supervision.shared.DomainException;
import org.supervision.tables.YearExport.File;

/**
 * The form of a sealed archive, BagIt 1.0 (RFC 8493): the files under {@code data/}, a manifest with the SHA-256 of each,
 * and beside them what the bag is. Any tool that checks bags checks it too; the seal is the hash of the manifest.
 */
@Component
class ArchiveBag {

    static final String PAYLOAD = "data/";

    private static final String MANIFEST = "manifest-sha256.txt";
    private static final String INFO = "bag-info.txt";
    private static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);
    private static final Pattern IDENTIFIER = Pattern.compile("(?m)^External-Identifier: ([0-9a-f-]{36})$");

    private static final int LONGEST_INFO = 65_536;

    /** More files than any archive has: what has more is none. */
    private static final int MOST_ENTRIES = 100_000;

    private final Governments governments;
    private final MessageSource messages;

    ArchiveBag(Governments governments, MessageSource messages) {
        this.governments = governments;
        this.messages = messages;
    }

    /** The files around the payload, in the order they stand in, with their contents. */
    record Tags(List<File> files, Map<String, byte[]> contents, String seal) {

        byte[] content(File file) {
            return Objects.requireNonNull(contents.get(file.name()));
        }
    }

    /**
     * What a file holds.
     *
     * @param archiveId as it says itself
     * @param hashes by the names of its files
     */
    record Found(@Nullable String archiveId, Map<String, String> hashes) {

        List<ArchiveDifference> differences(List<File> sealed) {
            List<ArchiveDifference> differences = new ArrayList<>();
            Map<String, String> left = new HashMap<>(hashes);
            for (File file : sealed) {
                String hash = left.remove(file.name());
                if (hash == null) {
                    differences.add(new ArchiveDifference(file.name(), ArchiveDifference.Kind.MISSING));
                } else if (!hash.equals(file.sha256())) {
                    differences.add(new ArchiveDifference(file.name(), ArchiveDifference.Kind.CHANGED));
                }
            }
            left.keySet().stream()
                    .sorted()
                    .forEach(name -> differences.add(new ArchiveDifference(name, ArchiveDifference.Kind.ADDED)));
            return differences;
        }
    }

    /** Of the folder in the file, and of the file. */
    String name(YearExport archive) {
        return text("tables.archive.file", government(archive), String.valueOf(archive.year()), archive.edition());
    }

    Tags tags(YearExport archive, List<File> payload, long bytes, Instant sealedAt) {
        StringBuilder manifest = new StringBuilder();
        payload.forEach(file ->
                manifest.append(file.sha256()).append("  ").append(file.name()).append('\n'));
        String seal = sha256(bytes(manifest));
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("bagit.txt", bytes("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
        contents.put(INFO, bytes(info(archive, payload.size(), bytes, sealedAt)));
        contents.put(text("tables.archive.cover") + ".html", bytes(cover(archive, payload.size(), sealedAt, seal)));
        contents.put(MANIFEST, bytes(manifest));
        StringBuilder ofTags = new StringBuilder();
        contents.forEach((name, content) ->
                ofTags.append(sha256(content)).append("  ").append(name).append('\n'));
        contents.put("tagmanifest-sha256.txt", bytes(ofTags));
        List<File> files = new ArrayList<>();
        contents.keySet()
                .forEach(name ->
                        files.add(new File(payload.size() + files.size(), File.TAG, null, null, "txt", name, null)));
        return new Tags(files, contents, seal);
    }

    private String info(YearExport archive, int files, long bytes, Instant sealedAt) {
        return "Source-Organization: %s\nBagging-Date: %s\nExternal-Identifier: %s\nPayload-Oxum: %d.%d\n"
                        .formatted(government(archive), LocalDate.ofInstant(sealedAt, ZONE), archive.id(), bytes, files)
                + "External-Description: %s\nRetention: %s\n".formatted(name(archive), term(archive));
    }

    private String cover(YearExport archive, int files, Instant sealedAt, String seal) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("government", government(archive));
        facts.put("year", String.valueOf(archive.year()));
        facts.put("edition", String.valueOf(archive.edition()));
        facts.put("retention", term(archive));
        facts.put("files", String.valueOf(files));
        facts.put("sealed-by", archive.requestedByName());
        facts.put("sealed-at", MOMENT.format(sealedAt));
        facts.put("id", archive.id());
        facts.put("seal", seal);
        StringBuilder page = new StringBuilder();
        String title = HtmlUtils.htmlEscape(name(archive));
        page.append("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>")
                .append(title)
                .append("</title><style>body{font-family:SimSun,serif;max-width:44em;margin:6em auto;padding:0 1em}")
                .append("h1{text-align:center;margin-bottom:3em}td,th{padding:.5em 1em;text-align:left;")
                .append("vertical-align:top;border-bottom:1px solid #aaa;overflow-wrap:anywhere}th{white-space:nowrap}")
                .append("</style></head><body><h1>")
                .append(title)
                .append("</h1><table>\n");
        facts.forEach((key, value) -> page.append("<tr><th>")
                .append(HtmlUtils.htmlEscape(text("tables.archive.cover." + key)))
                .append("</th><td>")
                .append(HtmlUtils.htmlEscape(value))
                .append("</td></tr>\n"));
        return page.append("</table><p>")
                .append(HtmlUtils.htmlEscape(text("tables.archive.cover.how", MANIFEST)))
                .append("</p></body></html>\n")
                .toString();
    }

    private String term(YearExport archive) {
        Retention retention = Objects.requireNonNull(archive.retention());
        LocalDate end = retention.endsOn(archive.year());
        String term = text("tables.archive.retention." + retention);
        return end == null ? term : text("tables.archive.term", term, end.toString());
    }

    private String government(YearExport archive) {
        return governments.find(archive.government()).map(Government::name).orElse(archive.government());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LANGUAGE);
    }

    /**
     * Reads a file that was brought back, one entry after the other; keeps nothing but names and hashes.
     *
     * @param most bytes it may unfold to: a little more than the largest archive there is
     * @throws DomainException if it is no such file at all
     */
    static Found read(InputStream file, long most) throws IOException {
        Map<String, String> hashes = new LinkedHashMap<>();
        String id = null;
        long left = most;
        try (ZipInputStream zip = new ZipInputStream(file, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = withoutFolder(entry.getName());
                MessageDigest digest = digest();
                InputStream content = new DigestInputStream(zip, digest);
                if (name.equals(INFO)) {
                    byte[] info = content.readNBytes(LONGEST_INFO);
                    Matcher matcher = IDENTIFIER.matcher(new String(info, StandardCharsets.UTF_8));
                    id = matcher.find() ? matcher.group(1) : null;
                    left -= info.length;
                }
                left -= drain(content, left);
                if (left < 0 || hashes.size() > MOST_ENTRIES) {
                    throw DomainException.invalidField("file", "tables.archive.no-archive");
                }
                if (!entry.isDirectory()) {
                    hashes.put(name, HexFormat.of().formatHex(digest.digest()));
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw DomainException.invalidField("file", "tables.archive.no-archive");
        }
        if (hashes.isEmpty()) {
            throw DomainException.invalidField("file", "tables.archive.no-archive");
        }
        return new Found(id, hashes);
    }

    /** Stops one byte beyond the limit. */
    private static long drain(InputStream content, long limit) throws IOException {
        byte[] buffer = new byte[8192];
        long count = 0;
        for (int read = content.read(buffer); read >= 0 && count <= limit; read = content.read(buffer)) {
            count += read;
        }
        return count;
    }

    private static String withoutFolder(String name) {
        return name.substring(name.indexOf('/') + 1);
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] content) {
        return HexFormat.of().formatHex(digest().digest(content));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
