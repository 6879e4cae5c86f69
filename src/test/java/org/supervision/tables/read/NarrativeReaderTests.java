package org.supervision.tables.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supervision.identity.UnitDirectory;
import org.supervision.tables.read.ReadNarrative.Part;
import org.supervision.tables.read.ReadNarrative.Passage;

/** Reports in prose: the real one against the checked answer in every format, and what is no such report. */
class NarrativeReaderTests {

    /** The ways in which an office may send the same paragraphs. */
    private enum Format {
        TEXT {
            @Override
            byte[] of(List<String> paragraphs) {
                return String.join("\n", paragraphs).getBytes(StandardCharsets.UTF_8);
            }
        },
        TEXT_OF_OLD_MACHINES {
            @Override
            byte[] of(List<String> paragraphs) {
                return String.join("\r\n", paragraphs).getBytes(Charset.forName("GB18030"));
            }
        },
        HARD_WRAPPED_TEXT {
            @Override
            byte[] of(List<String> paragraphs) {
                String wrapped = paragraphs.stream()
                        .map(paragraph -> paragraph.replaceAll("(.{40})(?=.)", "$1\n"))
                        .collect(Collectors.joining("\n"));
                return wrapped.getBytes(StandardCharsets.UTF_8);
            }
        },
        WEB_PAGE {
            @Override
            byte[] of(List<String> paragraphs) {
                return paragraphs.stream()
                        .map(paragraph -> "<p>" + paragraph + "</p>")
                        .collect(Collectors.joining("\n", "<html><body>", "</body></html>"))
                        .getBytes(StandardCharsets.UTF_8);
            }
        },
        TEXT_DOCUMENT {
            @Override
            byte[] of(List<String> paragraphs) throws IOException {
                try (XWPFDocument document = new XWPFDocument();
                        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
                    paragraphs.forEach(
                            text -> document.createParagraph().createRun().setText(text));
                    document.write(bytes);
                    return bytes.toByteArray();
                }
            }
        };

        abstract byte[] of(List<String> paragraphs) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void everySentenceOfTheRealReportIsReadInItsSection(Format format) throws IOException {
        JsonNode expected = SharedDocuments.expected("004.json");

        ReadNarrative read = read(format.of(Files.readAllLines(SharedDocuments.find("seeds/004"))));

        assertThat(read.planYear()).isEqualTo(2024);
        assertThat(read.reviewYear()).isEqualTo(2023);
        assertThat(lines(read, Part.INTRODUCTION))
                .isEqualTo(lines(expected.path("intro").path("sentences")));
        assertThat(lines(read, Part.REVIEW)).isEqualTo(sections(expected.path("reviewSections")));
        List<String> plan = new ArrayList<>(lines(expected.path("planPreamble")));
        plan.addAll(sections(expected.path("planSections")));
        assertThat(lines(read, Part.PLAN)).isEqualTo(plan);
    }

    @Test
    void onlySentencesOfTheSectionsOfThePlanAreGoalsToPick() throws IOException {
        ReadNarrative read = read(report());

        assertThat(read.rows().stream().map(row -> row.values().goal()))
                .containsExactly("新建口袋公园12个。", "改造老旧小区30个。", "打通断头路5条");
        assertThat(read.passages().stream()
                        .filter(passage -> passage.row() != null)
                        .map(Passage::heading))
                .containsExactly("扮靓城市", "扮靓城市", "畅通道路");
        assertThat(read.rows()).allSatisfy(row -> {
            assertThat(row.values().number()).isNull();
            assertThat(row.values().leadUnit()).isNull();
            assertThat(row.problems().stream().map(TableProblem::code)).contains("number-missing", "lead-missing");
        });
        assertThat(read.title()).isEqualTo("某市政府工作报告");
        assertThat(read.layout()).isEqualTo(Layout.NARRATIVE);
    }

    @Test
    void aTextWithoutTitledHalvesIsNoReport() {
        byte[] text = "今天天气很好。\n（一）散步。走三公里。".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new TableReader(UnitDirectory.EMPTY).readAny("", new ByteArrayInputStream(text)))
                .isInstanceOfSatisfying(DocumentRefusedException.class, e -> assertThat(e.reason())
                        .isEqualTo(DocumentRefusedException.Reason.UNKNOWN_LAYOUT));
    }

    @Test
    void aHostileReportIsReadOrRefusedSoon() {
        String endless = "二、2032年重点工作\n（一）一" + "长".repeat(50) + "\n" + "长\n".repeat(15_000) + "长".repeat(3_000_000);
        String broken = "二、2032年重点工作\n（一）好。" + "短。".repeat(1_000_000);

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(endless.getBytes(StandardCharsets.UTF_8)));
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThatThrownBy(() -> read(broken.getBytes(StandardCharsets.UTF_8)))
                        .isInstanceOf(DocumentRefusedException.class));
    }

    private static byte[] report() {
        return """
                某市政府工作报告
                一年来，全市上下团结奋斗。
                一、2031年工作回顾
                （一）城市更新提速。新建公园8个，改造小区20个！
                二、2032年重点工作
                总体要求是稳中求进。
                （一）扮靓城市。新建口袋公园12个。改造老旧小区30个。
                （二）畅通道路
                打通断头路5条
                """
                .getBytes(StandardCharsets.UTF_8);
    }

    private static ReadNarrative read(byte[] file) throws IOException {
        return (ReadNarrative) new TableReader(UnitDirectory.EMPTY).readAny("", new ByteArrayInputStream(file));
    }

    private static List<String> lines(ReadNarrative read, Part part) {
        return read.passages().stream()
                .filter(passage -> passage.part() == part)
                .map(passage -> passage.section() == 0
                        ? key(passage.text())
                        : passage.section() + " " + key(passage.heading()) + " " + key(passage.text()))
                .toList();
    }

    private static List<String> sections(JsonNode sections) {
        List<String> lines = new ArrayList<>();
        sections.forEach(section -> section.path("sentences")
                .forEach(sentence -> lines.add(section.path("number").asInt() + " "
                        + key(section.path("heading").asText()) + " " + key(sentence.asText()))));
        return lines;
    }

    private static List<String> lines(JsonNode sentences) {
        List<String> lines = new ArrayList<>();
        sentences.forEach(sentence -> lines.add(key(sentence.asText())));
        return lines;
    }

    private static String key(String text) {
        return text.replaceAll("\\s", "");
    }
}
