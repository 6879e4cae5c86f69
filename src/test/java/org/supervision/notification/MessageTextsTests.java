package org.supervision.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people have written is text in the group chat too. */
class MessageTextsTests {

    @ParameterizedTest
    @CsvSource({
        "市水利局, 市水利局",
        "[点这里](https://evil.example), ［点这里］（https:/ /evil.example）",
        "<@everyone> **急**, ＜＠everyone＞ ＊＊急＊＊",
        "`code` # ~~x~~, ｀code｀ ＃ ～～x～～",
        "'第一行\n# 标题', 第一行 ＃ 标题"
    })
    void marksOfMarkdownBecomeSignsOnly(String text, String plain) {
        assertThat(MessageTexts.unmarked(text.replace("\\n", "\n"))).isEqualTo(plain);
    }
}
