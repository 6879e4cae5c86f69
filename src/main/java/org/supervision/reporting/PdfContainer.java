package org.supervision.reporting;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.supervision.shared.DomainException;

/** Looks into a PDF before reviewers do: it opens without a password, runs nothing and starts nothing. */
final class PdfContainer {

    /** Streams that have to be read for its structure are inflated into no more than this. */
    private static final long MOST_INFLATED = 64L * 1024 * 1024;

    private static final Set<COSName> ACTS =
            Set.of(COSName.getPDFName("JavaScript"), COSName.getPDFName("Launch"), COSName.getPDFName("ImportData"));

    private static final Set<COSName> RUNNING =
            Set.of(COSName.getPDFName("JS"), COSName.getPDFName("JavaScript"), COSName.getPDFName("XFA"));

    private PdfContainer() {}

    /** @param name told when it is refused */
    static void inspect(String name, byte[] content) {
        try (PDDocument document =
                PDDocument.load(content, "", null, null, MemoryUsageSetting.setupMainMemoryOnly(MOST_INFLATED))) {
            if (runs(document)) {
                throw refused("active", name);
            }
        } catch (InvalidPasswordException e) {
            throw refused("encrypted", name);
        } catch (IOException | RuntimeException e) {
            throw e instanceof DomainException refusal ? refusal : refused("damaged", name);
        }
    }

    private static boolean runs(PDDocument document) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        open.add(document.getDocument().getTrailer());
        open.addAll(document.getDocument().getObjects());
        while (!open.isEmpty()) {
            COSBase next = open.pop();
            if (!seen.add(next)) {
                continue;
            }
            if (next instanceof COSObject object && object.getObject() != null) {
                open.push(object.getObject());
            } else if (next instanceof COSArray array) {
                array.toList().forEach(each -> push(open, each));
            } else if (next instanceof COSDictionary dictionary) {
                if (runs(dictionary)) {
                    return true;
                }
                dictionary.getValues().forEach(each -> push(open, each));
            }
        }
        return false;
    }

    private static boolean runs(COSDictionary dictionary) {
        return dictionary.getDictionaryObject(COSName.S) instanceof COSName act && ACTS.contains(act)
                || dictionary.keySet().stream().anyMatch(RUNNING::contains);
    }

    private static void push(Deque<COSBase> open, COSBase each) {
        if (each != null) {
            open.push(each);
        }
    }

    private static DomainException refused(String why, String name) {
        return DomainException.invalidField("file", "reporting.evidence." + why, name);
    }
}
