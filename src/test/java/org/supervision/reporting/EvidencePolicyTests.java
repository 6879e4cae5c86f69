package org.supervision.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supervision.shared.DomainException;

/** Which files are taken as evidence, by what is in them and what they are called. */
class EvidencePolicyTests {

    @ParameterizedTest
    @MethodSource
    void aFileIsWhatItsContentSays(String name, byte[] content, EvidenceType type) {
        assertThat(EvidencePolicy.type(name, content)).isEqualTo(type);
    }

    static Stream<Arguments> aFileIsWhatItsContentSays() throws IOException {
        return Stream.of(
                Arguments.of("现场.png", SampleFiles.png(1), EvidenceType.PNG),
                Arguments.of("现场.JPG", SampleFiles.picture("jpg", 1), EvidenceType.JPEG),
                Arguments.of("现场.jpeg", SampleFiles.picture("jpg", 2), EvidenceType.JPEG),
                Arguments.of("现场.webp", SampleFiles.webp(), EvidenceType.WEBP),
                Arguments.of("批文.pdf", SampleFiles.pdf(), EvidenceType.PDF),
                Arguments.of("批文.ofd", SampleFiles.zip("OFD.xml", "<ofd/>"), EvidenceType.OFD),
                Arguments.of("总结.docx", SampleFiles.docx(), EvidenceType.DOCX),
                Arguments.of("台账.xlsx", SampleFiles.xlsx(), EvidenceType.XLSX),
                Arguments.of("汇报.pptx", SampleFiles.pptx(), EvidenceType.PPTX),
                Arguments.of("总结.doc", SampleFiles.compound("WordDocument"), EvidenceType.DOC),
                Arguments.of("台账.xls", SampleFiles.compound("Workbook"), EvidenceType.XLS),
                Arguments.of("汇报.ppt", SampleFiles.compound("PowerPoint Document"), EvidenceType.PPT),
                Arguments.of("说明.txt", SampleFiles.utf8("园区已建成。\n"), EvidenceType.TXT),
                Arguments.of("说明.txt", "园区已建成，面积3公顷。".getBytes(Charset.forName("GB18030")), EvidenceType.TXT));
    }

    @ParameterizedTest
    @MethodSource
    void whatCannotBeShownToReviewersIsRefusedWithItsName(String why, String name, byte[] content) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> EvidencePolicy.type(name, content))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("reporting.evidence." + why);
                    assertThat(refusal.arguments()).first().isEqualTo(name);
                    assertThat(refusal.fieldErrors())
                            .extracting(DomainException.FieldError::field)
                            .containsExactly("file");
                });
    }

    static Stream<Arguments> whatCannotBeShownToReviewersIsRefusedWithItsName() throws IOException {
        return Stream.of(
                Arguments.of("empty", "空.png", new byte[0]),
                Arguments.of("too-large", "大.txt", new byte[EvidencePolicy.LARGEST + 1]),
                Arguments.of("other-type", "假.pdf", SampleFiles.png(1)),
                Arguments.of("other-type", "假.png", SampleFiles.pdf()),
                Arguments.of("other-type", "假.docx", SampleFiles.xlsx()),
                Arguments.of("other-type", "旧.docx", SampleFiles.compound("WordDocument")),
                Arguments.of("other-type", "网页.html", SampleFiles.png(1)),
                Arguments.of("other-type", "现场.png.exe", SampleFiles.png(1)),
                Arguments.of("unknown-type", "程序.pdf", SampleFiles.utf8("MZ\u0090\u0000\u0003\u0000\u0000\u0000")),
                Arguments.of("unknown-type", "网页.txt", SampleFiles.utf8("<html><script>alert(1)</script></html>")),
                Arguments.of(
                        "unknown-type",
                        "图.png",
                        SampleFiles.utf8("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")),
                Arguments.of("unknown-type", "脚本.txt", SampleFiles.utf8("#!/bin/sh\nrm -rf /\n")),
                Arguments.of("unknown-type", "动图.png", SampleFiles.utf8("GIF89a\u0001\u0000\u0001\u0000")),
                Arguments.of("unknown-type", "压缩.docx", SampleFiles.zip("a.txt", "a")),
                Arguments.of("unknown-type", "安装.doc", SampleFiles.compound("SummaryInformation")),
                Arguments.of("encrypted", "密.docx", SampleFiles.compound("EncryptedPackage")),
                Arguments.of("macros", "宏.docx", SampleFiles.withPart(SampleFiles.docx(), "word/vbaProject.bin")),
                Arguments.of("macros", "宏.docm", SampleFiles.macroEnabled(SampleFiles.docx())),
                Arguments.of("macros", "宏.xls", SampleFiles.compound("Workbook", "_VBA_PROJECT_CUR")),
                Arguments.of("macros", "宏.doc", SampleFiles.compound("WordDocument", "MACROS")),
                Arguments.of("damaged", "断.docx", SampleFiles.half(SampleFiles.docx())),
                Arguments.of("damaged", "断.doc", SampleFiles.half(SampleFiles.compound("WordDocument"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "现场照片.png | 现场照片.png",
                "C:\\fakepath\\现场.png | 现场.png",
                "../../etc/passwd.txt | passwd.txt",
                "..\\..\\台账.xlsx | 台账.xlsx",
                "  .隐藏.png. | 隐藏.png",
                "a<b>:\"c\"*?.pdf | a_b___c___.pdf",
                "第 1 季度 台账 .xlsx | 第 1 季度 台账.xlsx",
            })
    void namesLoseWhatFileSystemsTripOver(String sent, String kept) {
        assertThat(EvidencePolicy.name(sent)).isEqualTo(kept);
    }

    @Test
    void namesHaveNoInvisibleSignsAndAreNotEndless() {
        assertThat(EvidencePolicy.name("gnp\u202Exe.\u200Bpdf\r\n")).isEqualTo("gnpxe.pdf");
        assertThat(EvidencePolicy.name("长".repeat(300) + ".pdf")).isEqualTo("长".repeat(100) + ".pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "台账", ".png", "目录/", "台账.", "a/.xlsx"})
    void aNameWithoutStemOrExtensionIsRefused(String sent) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> EvidencePolicy.name(sent))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("reporting.evidence.no-extension"));
    }

    @Test
    void aReportTakesTwentyFilesFiftyMegabytesAndEachContentOnce() {
        List<Evidence> nineteen = files(19, 1);
        assertThatCode(() -> EvidencePolicy.requireRoom(nineteen, "new", 1)).doesNotThrowAnyException();
        refused(files(20, 1), "new", 1, "too-many");
        refused(nineteen, "sum3", 1, "same");
        List<Evidence> large = files(4, EvidencePolicy.LARGEST);
        assertThatCode(() -> EvidencePolicy.requireRoom(large, "new", EvidencePolicy.LARGEST))
                .doesNotThrowAnyException();
        refused(files(5, EvidencePolicy.LARGEST), "new", 1, "too-much");
    }

    private static void refused(List<Evidence> attached, String sha256, int size, String why) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> EvidencePolicy.requireRoom(attached, sha256, size))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("reporting.evidence." + why));
    }

    private static List<Evidence> files(int count, int size) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Evidence(
                        "id" + i,
                        i + ".png",
                        EvidenceType.PNG,
                        size,
                        "sum" + i,
                        "",
                        Instant.parse("2024-04-01T01:00:00Z")))
                .toList();
    }

    private static byte[] pdf(Consumer<PDDocument> with) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            with.accept(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static COSDictionary act(String kind, String key, String value) {
        COSDictionary act = new COSDictionary();
        act.setName(COSName.S, kind);
        act.setString(COSName.getPDFName(key), value);
        return act;
    }

    static Stream<Arguments> pdfThatRunsSomething() {
        return Stream.of(
                Arguments.of("active", "a script when it opens", (Consumer<PDDocument>)
                        document -> document.getDocumentCatalog()
                                .getCOSObject()
                                .setItem(COSName.OPEN_ACTION, act("JavaScript", "JS", "app.alert(1)"))),
                Arguments.of("active", "a program on a page", (Consumer<PDDocument>) document -> {
                    COSDictionary note = new COSDictionary();
                    note.setItem(COSName.A, act("Launch", "F", "cmd.exe"));
                    COSArray notes = new COSArray();
                    notes.add(note);
                    document.getPage(0).getCOSObject().setItem(COSName.ANNOTS, notes);
                }),
                Arguments.of("active", "a script when a page is seen", (Consumer<PDDocument>) document -> {
                    COSDictionary when = new COSDictionary();
                    when.setItem(COSName.O, act("JavaScript", "JS", "app.alert(1)"));
                    document.getPage(0).getCOSObject().setItem(COSName.AA, when);
                }),
                Arguments.of("encrypted", "a password", (Consumer<PDDocument>) document -> {
                    try {
                        document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("pdfThatRunsSomething")
    void pdfThatRunsSomethingIsRefused(String why, String what, Consumer<PDDocument> with) throws IOException {
        byte[] content = pdf(with);

        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> EvidencePolicy.type("批文.pdf", content))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("reporting.evidence." + why));
    }

    @Test
    void pdfThatCannotBeReadIsDamaged() {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> EvidencePolicy.type("批文.pdf", SampleFiles.utf8("%PDF-1.7\nnothing")));
    }
}
