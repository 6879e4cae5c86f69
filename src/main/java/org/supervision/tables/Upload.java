package org.supervision.tables;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supervision.tables.read.ProblemCode;
import org.supervision.tables.read.ReadDocument;
import org.supervision.tables.read.TableProblem;

/**
 * A file on its way into an import.
 *
 * @param year as the person who uploads says, else the title
 * @param quarter likewise
 */
record Upload(
        String id,
        String government,
        String fileName,
        byte[] file,
        String sha256,
        @Nullable Integer year,
        @Nullable Integer quarter) {

    private static final int LONGEST_FILE_NAME = 200;

    static Upload of(
            String government,
            String fileName,
            byte[] file,
            ReadDocument read,
            @Nullable Integer year,
            @Nullable Integer quarter) {
        return new Upload(
                UUID.randomUUID().toString(),
                government,
                nameOnly(fileName),
                file,
                sha256(file),
                year == null ? read.year() : year,
                quarter == null ? read.quarter() : quarter);
    }

    /** What was read amiss in the document as a whole, and whether its title names another year or quarter. */
    List<TableProblem> problems(ReadDocument read) {
        return problems(read, year, quarter);
    }

    static List<TableProblem> problems(ReadDocument read, @Nullable Integer year, @Nullable Integer quarter) {
        List<TableProblem> problems = new ArrayList<>(read.problems().stream()
                .filter(problem -> problem.row() == null)
                .toList());
        boolean otherYear = read.year() != null && year != null && !read.year().equals(year);
        boolean otherQuarter = read.layout().statesResults()
                && read.quarter() != null
                && quarter != null
                && !read.quarter().equals(quarter);
        if (otherYear || otherQuarter) {
            problems.add(new TableProblem(
                    null,
                    otherYear ? "year" : "quarter",
                    ProblemCode.PERIOD_DIFFERS.severity(),
                    ProblemCode.PERIOD_DIFFERS.code(),
                    List.of(),
                    read.title(),
                    null));
        }
        return problems;
    }

    /** Browsers may send a whole path. */
    static String nameOnly(String fileName) {
        String name = fileName.substring(fileName.lastIndexOf('/') + 1);
        name = name.substring(name.lastIndexOf('\\') + 1).replaceAll("\\p{Cntrl}", "");
        return name.length() > LONGEST_FILE_NAME ? name.substring(name.length() - LONGEST_FILE_NAME) : name;
    }

    static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
