package org.supervision.tables.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionStepsTests {

    @ParameterizedTest
    @CsvSource({
        "1. 修渠道。 2. 种树木。, 1. 修渠道。|2. 种树木。",
        "1.修渠道。2.种树木。, 1.修渠道。|2.种树木。",
        "1、修渠道。2、种树木；3. 浇水, 1、修渠道。|2、种树木；|3. 浇水",
        "1）修渠道。2）种树木。, 1）修渠道。|2）种树木。",
        "（1）修渠道；（2）种树木, （1）修渠道；|（2）种树木",
        "(1)修渠道；(2)种树木, (1)修渠道；|(2)种树木",
        "①修渠道②种树木, ①修渠道②种树木",
        "①修渠道；②种树木, ①修渠道；|②种树木",
        "1.2024年修渠道。2.2025年种树木。, 1.2024年修渠道。|2.2025年种树木。",
        "1.修渠道1.8公里。2.种树木2.5万株。, 1.修渠道1.8公里。|2.种树木2.5万株。",
        "1. 修渠道。(1)清淤。(2)衬砌。2. 种树木。, 1. 修渠道。(1)清淤。(2)衬砌。|2. 种树木。",
        "1. 修渠道。3. 种树木。, 1. 修渠道。3. 种树木。",
        "修渠道。1. 清淤。2. 衬砌。, 修渠道。1. 清淤。2. 衬砌。",
        "1.8公里渠道完工。2.种树木。, 1.8公里渠道完工。2.种树木。",
        "修渠道3.2公里, 修渠道3.2公里",
    })
    void aTextIsSplitAtItsNumberingOnly(String text, String steps) {
        assertThat(ActionSteps.split(text)).isEqualTo(List.of(steps.split("\\|")));
    }

    @ParameterizedTest
    @CsvSource({
        "'1. 修渠\n道。\n2. 种树木。', 1. 修渠道。|2. 种树木。",
        "'1.8月开工。\n2.9月封\n顶。\n3.12月验收。', 1.8月开工。|2.9月封顶。|3.12月验收。",
        "'1.修渠道，长\n2.5公里。\n2.种树木。', 1.修渠道，长2.5公里。|2.种树木。",
        "'修渠道。\n1.8公里。\n2.5公里。', 修渠道。|1.8公里。|2.5公里。",
        "'组织植树。\n养护苗木，\n补种。', 组织植树。|养护苗木，补种。",
        "' ', ''",
    })
    void linesOfOneStepAreJoined(String text, String steps) {
        assertThat(String.join("|", ActionSteps.split(text))).isEqualTo(steps);
    }
}
