package org.supervision.reporting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be attached as evidence: pictures, PDF, office documents without macros and plain texts. */
public enum EvidenceType {
    PNG("image/png", Shown.AS_PICTURE, null, "png"),
    JPEG("image/jpeg", Shown.AS_PICTURE, null, "jpg", "jpeg"),
    WEBP("image/webp", Shown.AS_PICTURE, null, "webp"),
    PDF("application/pdf", Shown.IN_BROWSER, null, "pdf"),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Shown.NOWHERE,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "docx"),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Shown.NOWHERE,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "xlsx"),
    PPTX(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Shown.NOWHERE,
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
            "pptx"),
    DOC("application/msword", Shown.NOWHERE, "WordDocument", "doc"),
    XLS("application/vnd.ms-excel", Shown.NOWHERE, "Workbook", "xls"),
    PPT("application/vnd.ms-powerpoint", Shown.NOWHERE, "PowerPoint Document", "ppt"),
    /** The national format of fixed documents, GB/T 33190. */
    OFD("application/ofd", Shown.NOWHERE, "OFD.xml", "ofd"),
    TXT("text/plain", Shown.NOWHERE, null, "txt");

    /** How far a browser shows it by itself. */
    private enum Shown {
        AS_PICTURE,
        IN_BROWSER,
        NOWHERE
    }

    private final String mediaType;
    private final Shown shown;
    private final @Nullable String mainPart;
    private final List<String> extensions;

    EvidenceType(String mediaType, Shown shown, @Nullable String mainPart, String... extensions) {
        this.mediaType = mediaType;
        this.shown = shown;
        this.mainPart = mainPart;
        this.extensions = List.of(extensions);
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean picture() {
        return shown == Shown.AS_PICTURE;
    }

    /** Whether a browser may show it; all else is only handed out as a file. */
    public boolean inline() {
        return shown != Shown.NOWHERE;
    }

    /** What names of such files end with, the usual one first. */
    public List<String> extensions() {
        return extensions;
    }

    /** What the container of an office file names as its main part: a content type, an entry or a stream. */
    @Nullable
    String mainPart() {
        return mainPart;
    }

    static Optional<EvidenceType> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mainPart == null && type.mediaType.equals(mediaType))
                .findFirst();
    }
}
