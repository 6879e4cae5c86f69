package org.supervision.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.supervision.audit.FieldNames;
import org.supervision.escalation.EndReason;
import org.supervision.escalation.SlipSource;
import org.supervision.keytask.KeyTaskSource;
import org.supervision.reporting.CycleEvent.DueDateMoved.MoveCause;
import org.supervision.reporting.CycleState;
import org.supervision.reporting.CycleStep;
import org.supervision.reporting.ReturnReason;
import org.supervision.reporting.RoundState;
import org.supervision.reporting.Verdict;
import org.supervision.reporting.WithholdingGround;
import org.supervision.tables.ImportState;
import org.supervision.tables.read.Column;

/** What is recorded in the words of programs is shown in those of people. */
class AuditWordsTests {

    private final AuditWords words;

    AuditWordsTests() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/audit", "messages/portal");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        words = new AuditWords(messages);
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "goal, 目标任务",
        "milestone2, 第二季度进度安排",
        "rows.12.goal, 第 12 行目标任务",
        "unitGroups.相关县区, 统称所指单位“相关县区”",
        "columns.经办部门, 列对应“经办部门”",
        "2026-10-10, 2026-10-10",
        "something.new, something.new",
    })
    void fieldsHaveNames(String field, String name) {
        assertThat(words.field(field)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "state, UNIT_REVIEW, 单位负责人审核",
        "important, true, 是",
        "rows.3.verdict, '\"BEHIND\"', 滞后",
        "rows.3.goal, '\"建成公园\"', 建成公园",
        "dueAt, 2024-04-08T10:00:00Z, 2024-04-08 18:00",
        "post, demo/office/chief, 督查室主任",
        "post, demo/units/demo-u001/liaison, demo-u001 联络员",
        "post, nothing, nothing",
        "signIn.times, 37, 37 次",
        "signIn.reason, closed, 账号已停用",
        "progress, 选址未定。, 选址未定。",
    })
    void valuesHaveWords(String field, String recorded, String shown) {
        assertThat(words.value(field, recorded)).isEqualTo(shown);
    }

    @Test
    void whatADocumentSaysIsNoPartOfAFieldsName() {
        assertThat(FieldNames.withoutPhrase("unitGroups.相关县区")).isEqualTo("unitGroups");
        assertThat(FieldNames.withoutPhrase("rows.3.goal")).isEqualTo("rows.3.goal");
    }

    @ParameterizedTest
    @MethodSource
    void everyValueOfAListHasAWord(String field, Enum<?>[] values) {
        for (Locale language : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            LocaleContextHolder.setLocale(language);
            assertThat(Arrays.stream(values).map(Enum::name))
                    .as(language + " " + field)
                    .allSatisfy(value -> assertThat(words.value(field, value)).isNotEqualTo(value));
        }
    }

    static Stream<Arguments> everyValueOfAListHasAWord() {
        return Stream.of(
                Arguments.of("state", CycleState.values()),
                Arguments.of("state", RoundState.values()),
                Arguments.of("state", ImportState.values()),
                Arguments.of("verdict", Verdict.values()),
                Arguments.of("reason", ReturnReason.values()),
                Arguments.of("step", CycleStep.values()),
                Arguments.of("cause", MoveCause.values()),
                Arguments.of("source", KeyTaskSource.values()),
                Arguments.of("source", SlipSource.values()),
                Arguments.of("endedBecause", EndReason.values()),
                Arguments.of("columns.经办部门", Column.values()),
                Arguments.of("ground", WithholdingGround.values()));
    }
}
