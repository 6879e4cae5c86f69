package org.supervision.tables.read;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.supervision.tables.read.DocumentRefusedException.Reason;

/** What a file is after its content, and by which names such files go. */
enum FileKind {
    XLSX(new XlsxReader()::reads, "xlsx"),
    XLS(new XlsReader()::reads, "xls"),
    DOCX(new DocxReader()::reads, "docx"),
    DOC(new DocReader()::reads, "doc"),
    PDF(UploadedFile::isPdf, "pdf"),
    HTML(UploadedFile::isHtml, "html", "htm"),
    TEXT(file -> file.text().isPresent(), "txt", "csv", "json", "tsv", "md");

    private static final Set<FileKind> WRITTEN = EnumSet.of(HTML, TEXT);

    /** Old office systems give these names to the pages and texts they export, and offices open them every day. */
    private static final Set<FileKind> OLD = EnumSet.of(XLS, DOC);

    /** Names of office files that are not read. */
    private static final Set<String> OTHERS = Set.of(
            "xlsm", "xlsb", "xltx", "xltm", "xlt", "docm", "dotx", "dotm", "dot", "ppt", "pptx", "rtf", "odt", "ods",
            "zip", "rar", "7z", "jpg", "jpeg", "png", "exe");

    private final Predicate<UploadedFile> content;
    private final List<String> names;

    FileKind(Predicate<UploadedFile> content, String... names) {
        this.content = content;
        this.names = List.of(names);
    }

    /**
     * Refuses a file whose name says that it is something else; a name that says nothing known is none.
     *
     * @param fileName with its ending
     */
    static void check(UploadedFile file, String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Optional<FileKind> named = Arrays.stream(values())
                .filter(kind -> kind.names.contains(ending))
                .findFirst();
        if (!fileName.contains(".") || named.isEmpty() && !OTHERS.contains(ending)) {
            return;
        }
        of(file).filter(kind -> named.isEmpty() || !kind.goesBy(named.get())).ifPresent(kind -> {
            throw new DocumentRefusedException(Reason.WRONG_NAME, "." + ending, "." + kind.names.get(0));
        });
    }

    private boolean goesBy(FileKind named) {
        return this == named || WRITTEN.contains(this) && (WRITTEN.contains(named) || OLD.contains(named));
    }

    private static Optional<FileKind> of(UploadedFile file) {
        return Arrays.stream(values()).filter(kind -> kind.content.test(file)).findFirst();
    }
}
