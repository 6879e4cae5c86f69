package org.supervision.tables.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.supervision.tables.write.Grid.Cell;

/** Writes the pack of a meeting as a text document: the figures, then the table of what has to be talked about. */
public final class MeetingPackDocument {

    private static final List<Integer> WIDTHS = List.of(6, 28, 16, 23, 30, 28, 28);

    private MeetingPackDocument() {}

    /** The file's bytes. */
    public static byte[] write(MeetingPack pack) {
        List<Cell> header =
                pack.header().stream().map(head -> Cell.of(List.of(head), true)).toList();
        Grid grid = new Grid(
                pack.title(),
                pack.notes(),
                WIDTHS,
                List.of(header),
                pack.items().stream()
                        .map(item -> List.of(List.of(
                                Cell.of(List.of(String.valueOf(item.number())), true),
                                Cell.of(List.of(item.goal()), false),
                                Cell.of(List.of(item.leadUnit()), true),
                                Cell.of(item.standing(), true),
                                Cell.of(item.values(), false),
                                Cell.of(List.of(item.reason()), false),
                                Cell.of(List.of(item.nextStep()), false))))
                        .toList());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DocxWriter.write(grid, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
