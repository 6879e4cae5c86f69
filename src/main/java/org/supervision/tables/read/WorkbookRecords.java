package org.supervision.tables.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BlankRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MulBlankRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.util.LittleEndian;
import org.supervision.tables.read.DocumentRefusedException.Reason;

/** The records of an old workbook, counted before they become objects: a few bytes of it can stand for many cells. */
final class WorkbookRecords {

    private static final Set<Short> ONE_CELL = Set.of(
            BlankRecord.sid,
            BoolErrRecord.sid,
            FormulaRecord.sid,
            LabelRecord.sid,
            LabelSSTRecord.sid,
            NumberRecord.sid,
            RKRecord.sid,
            RowRecord.sid);
    private static final int MOST_RECORDS = 1_000_000;

    private WorkbookRecords() {}

    /** Refuses macro sheets and more cells than a task table has; reads the stream to its end. */
    static void inspect(InputStream stream) throws IOException {
        int records = 0;
        long cells = 0;
        byte[] head = new byte[4];
        while (stream.readNBytes(head, 0, 4) == 4) {
            short kind = LittleEndian.getShort(head, 0);
            byte[] record = stream.readNBytes(LittleEndian.getUShort(head, 2));
            if (record.length < LittleEndian.getUShort(head, 2)) {
                throw new EOFException();
            }
            if (kind == BOFRecord.sid && record.length >= 4) {
                refuseMacros(LittleEndian.getUShort(record, 2));
            }
            cells += ONE_CELL.contains(kind) ? 1 : isMany(kind) ? record.length / 2 : 0;
            if (++records > MOST_RECORDS || cells > CellBudget.MOST_CELLS) {
                throw new DocumentRefusedException(Reason.TOO_MANY_CELLS);
            }
        }
    }

    private static boolean isMany(short kind) {
        return kind == MulBlankRecord.sid || kind == MulRKRecord.sid;
    }

    private static void refuseMacros(int kindOfSheet) {
        if (kindOfSheet == BOFRecord.TYPE_EXCEL_4_MACRO || kindOfSheet == BOFRecord.TYPE_VB_MODULE) {
            throw new DocumentRefusedException(Reason.MACROS);
        }
    }
}
