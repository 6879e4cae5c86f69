package org.supervision.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.UnitDirectory;
import org.supervision.tables.read.ReadTable;
import org.supervision.tables.read.TableReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** The two ways to read a workbook that the benchmark holds side by side; also as a process of its own. */
final class TableReads {

    private static final String CITY = "bench";
    private static final List<OrgUnit> UNITS = IntStream.range(0, LargeLedger.UNITS.size())
            .mapToObj(i -> new OrgUnit("%s-u%03d".formatted(CITY, i + 1), CITY, LargeLedger.UNITS.get(i), List.of()))
            .toList();
    private static final UnitDirectory DIRECTORY = new UnitDirectory(UNITS.stream()
            .map(unit -> new UnitDirectory.Entry(unit.name(), List.of(unit.code()), false))
            .toList());

    private TableReads() {}

    /** @param arguments what to do, and with which file */
    public static void main(String[] arguments) throws IOException {
        byte[] file = Files.readAllBytes(Path.of(arguments[1]));
        int rows =
                switch (arguments[0]) {
                    case "preview" -> preview(file);
                    case "stream" -> stream(file);
                    default -> file.length;
                };
        if (rows < 1) {
            throw new IllegalStateException(arguments[0]);
        }
    }

    /** Reads the table and holds it against an empty year; nothing is stored. */
    static int preview(byte[] file) throws IOException {
        ReadTable read = new TableReader(DIRECTORY).read(new ByteArrayInputStream(file));
        UnitNames names = new UnitNames(UNITS, DIRECTORY, UnitAnswers.NONE);
        ImportPreview preview = ReadImports.preview(CITY, read, names, Map.of(), Map.of());
        if (!preview.errors().isEmpty()) {
            throw new IllegalStateException(preview.errors().get(0).toString());
        }
        return preview.actionCounts().get(RowAction.CREATE).intValue();
    }

    /** Every cell of every row, as it is shown, by the library's own streaming reader. */
    static int stream(byte[] file) throws IOException {
        Rows rows = new Rows();
        try (OPCPackage office = OPCPackage.open(new ByteArrayInputStream(file))) {
            XSSFReader reader = new XSSFReader(office);
            XMLReader parser = XMLHelper.newXMLReader();
            parser.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(), new ReadOnlySharedStringsTable(office), rows, false));
            try (InputStream sheet = reader.getSheetsData().next()) {
                parser.parse(new InputSource(sheet));
            }
        } catch (OpenXML4JException | SAXException | javax.xml.parsers.ParserConfigurationException e) {
            throw new IOException(e);
        }
        return rows.characters > 0 ? rows.count : 0;
    }

    /** Looks at each cell and keeps none. */
    private static final class Rows implements SheetContentsHandler {

        private int count;
        private long characters;

        @Override
        public void startRow(int row) {
            count++;
        }

        @Override
        public void endRow(int row) {}

        @Override
        public void cell(String reference, String value, XSSFComment comment) {
            characters += value.length();
        }
    }
}
