package org.supervision.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supervision.identity.UnitNameSplitter.Certainty;
import org.supervision.identity.UnitNameSplitter.Part;

class UnitNameSplitterTests {

    private final UnitNameSplitter empty = new UnitNameSplitter(UnitDirectory.EMPTY);

    @ParameterizedTest
    @CsvSource({
        "市发改委, 市发改委",
        "市发改委市自规局市财政局, 市发改委|市自规局|市财政局",
        "市市场监管局, 市市场监管局",
        "市卫健委市市场监管局, 市卫健委|市市场监管局",
        "市市场监管局市卫健委, 市市场监管局|市卫健委",
        "市教育局团市委, 市教育局|团市委",
        "团市委市教育局, 团市委|市教育局",
        "市人才办市人社局市教育局团市委, 市人才办|市人社局|市教育局|团市委",
        "市经信局无为市政府, 市经信局|无为市政府",
        "无为市政府市经信局, 无为市政府|市经信局",
        "湾沚区政府市发改委, 湾沚区政府|市发改委",
        "市发改委湾沚区政府, 市发改委|湾沚区政府",
        "市机场(空港)公司市交通运输局, 市机场(空港)公司|市交通运输局",
        "市机场（空港）公司市交通运输局, 市机场（空港）公司|市交通运输局",
        "市地方金融局人行芜湖分行, 市地方金融局|人行芜湖分行",
        "市政府办市政府督查办市数据资源局, 市政府办|市政府督查办|市数据资源局",
        "市委宣传部市委政法委, 市委宣传部|市委政法委",
        "市纪委监委市委组织部, 市纪委监委|市委组织部",
        "市人力资源和社会保障局市民政局, 市人力资源和社会保障局|市民政局",
        "市公安局交警支队市城管局, 市公安局交警支队|市城管局",
        "市贸促会市发改委, 市贸促会|市发改委",
        "市信访局市城运中心市城建集团, 市信访局|市城运中心|市城建集团",
        "市水务局栖云经开区管委会澄湖县政府, 市水务局|栖云经开区管委会|澄湖县政府",
        "市农业农村局南陵县农业农村局, 市农业农村局|南陵县农业农村局",
        "市住房和城乡建设委员会市国防动员办公室, 市住房和城乡建设委员会|市国防动员办公室",
        "国网云川供电公司市发改委, 国网云川供电公司|市发改委",
        "市水利局有限, 市水利局|有限",
    })
    void gluedNamesAreSplitByTheirForm(String text, String names) {
        assertThat(names(empty, text)).isEqualTo(List.of(names.split("\\|")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "市发改委、市财政局",
                "市发改委，市财政局",
                "市发改委,市财政局",
                "市发改委；市财政局",
                "市发改委 市财政局",
                "市发改委\u00a0市财政局",
                "市发改委\u3000市财政局",
                "市发改委\n市财政局",
                "市发改委/市财政局",
                "牵头单位：市发改委 配合单位：市财政局",
                "市发改委(市财政局)",
                "市发改委（市财政局）",
                "市发改\n委市财\n政局",
            })
    void separatorsSpacesAndBreaksAreUnderstood(String text) {
        assertThat(names(empty, text)).containsExactly("市发改委", "市财政局");
    }

    @Test
    void aSpaceInsideANameIsNoBoundary() {
        assertThat(names(empty, "市经济和 信息化局")).containsExactly("市经济和信息化局");
    }

    @Test
    void aNameBrokenOverTwoParagraphsIsPutTogetherAndAsked() {
        assertThat(empty.split("市农业农村局三山经开区\n管委会湾沚区政府"))
                .contains(new Part("三山经开区管委会", Certainty.GUESSED, false))
                .hasSize(3);
    }

    @Test
    void aPartnerInBracketsIsAPartAndSaysSo() {
        assertThat(empty.split("市财政局 (市国资委)")).contains(new Part("市国资委", Certainty.NEW, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "相关县(市、区)政府",
                "相关县（市、区）政府",
                "各县区",
                "有关部门",
                "各开发区管委会",
                "其他相关单位",
                "市直有关单位",
                "等有关单位",
                "等单位",
                "市属国有企业",
                "各乡镇",
                "各镇（街道）",
                "市直各部门",
                "市各相关部门",
                "全市各级各部门",
                "各成员单位",
                "相关责任单位",
                "各牵头单位",
                "市直机关",
                "驻市有关单位",
                "行业主管部门"
            })
    void aGroupIsOnePartOfItsOwn(String group) {
        assertThat(empty.split("市水利局" + group))
                .containsExactly(new Part("市水利局", Certainty.GUESSED, false), new Part(group, Certainty.GROUP, false));
    }

    @Test
    void whatStandsAloneIsNewAndWhatIsCutOutIsGuessed() {
        assertThat(empty.split("市水利局")).containsExactly(new Part("市水利局", Certainty.NEW, false));
        assertThat(empty.split("市水利局市民政局")).extracting(Part::certainty).containsOnly(Certainty.GUESSED);
    }

    @Test
    void aNameThatStandsAloneInAnotherCellIsEvidence() {
        UnitNameSplitter splitter = empty.withEvidenceOf(List.of("市水利局", "江河公社\n", "市水利局市民政局"));

        assertThat(splitter.split("市水利局江河公社市民政局"))
                .containsExactly(
                        new Part("市水利局", Certainty.NEW, false),
                        new Part("江河公社", Certainty.NEW, false),
                        new Part("市民政局", Certainty.GUESSED, false));
    }

    @Test
    void whatIsLeftBetweenKnownNamesIsShownAsUnreadable() {
        UnitNameSplitter splitter = empty.withEvidenceOf(List.of("市经济和信息化局", "云川高新区管委会"));

        assertThat(splitter.split("市经济和信息化局云川石化云川高新区管委会"))
                .containsExactly(
                        new Part("市经济和信息化局", Certainty.NEW, false),
                        new Part("云川石化", Certainty.UNREADABLE, false),
                        new Part("云川高新区管委会", Certainty.NEW, false));
    }

    @Test
    void theDirectoryComesFirstAndTheLongestOfItsNames() {
        UnitNameSplitter splitter = new UnitNameSplitter(directory("市政府", "市政府办", "市委", "工信局", "云川石化"));

        assertThat(splitter.split("市政府办云川石化工信局市政府督查办市委"))
                .containsExactly(
                        new Part("市政府办", Certainty.KNOWN, false),
                        new Part("云川石化", Certainty.KNOWN, false),
                        new Part("工信局", Certainty.KNOWN, false),
                        new Part("市政府督查办", Certainty.GUESSED, false),
                        new Part("市委", Certainty.KNOWN, false));
    }

    @Test
    void aKnownNameWithAWeakEndingIsNotCut() {
        assertThat(names(new UnitNameSplitter(directory("市供销社经营公司")), "市水利局市供销社经营公司"))
                .containsExactly("市水利局", "市供销社经营公司");
    }

    @Test
    void widthAndWhiteSpaceDoNotMatterInTheDirectory() {
        UnitDirectory directory =
                new UnitDirectory(List.of(new UnitDirectory.Entry("市机场（空港）公司", List.of("demo-u001"), false)));

        assertThat(directory.find("市机场(空港) 公司"))
                .map(UnitDirectory.Entry::unitCodes)
                .contains(List.of("demo-u001"));
        assertThat(new UnitNameSplitter(directory).split("市机场(空港)公司"))
                .extracting(Part::certainty)
                .containsExactly(Certainty.KNOWN);
    }

    @Test
    void aGroupOfTheDirectoryStaysAGroup() {
        UnitDirectory directory = new UnitDirectory(List.of(
                new UnitDirectory.Entry("沿江板块", List.of("demo-u001"), true),
                new UnitDirectory.Entry("沿江板块", List.of("demo-u002"), true)));

        assertThat(new UnitNameSplitter(directory).split("市水利局、沿江板块"))
                .last()
                .isEqualTo(new Part("沿江板块", Certainty.GROUP, false));
        assertThat(directory.find("沿江板块"))
                .map(UnitDirectory.Entry::unitCodes)
                .contains(List.of("demo-u001", "demo-u002"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "、", "\n"})
    void aBlankCellHasNoUnits(String text) {
        assertThat(empty.split(text)).isEmpty();
    }

    @Test
    void unbalancedBracketsLoseNoCharacter() {
        String text = "市水利局(市民政局、)市)((教育局）";

        assertThat(String.join("", names(empty, text))).contains("市水利局", "民政局", "教育局");
    }

    @Test
    void aVeryLongCellIsSplitInBoundedTime() {
        assertThat(empty.split("市水利局".repeat(500))).hasSize(500);
    }

    @Test
    void aSentenceDoesNotReadAsUnits() {
        assertThat(empty.readsAsUnits("市水利局市民政局")).isTrue();
        assertThat(empty.readsAsUnits("完成三座水库的加固和蓄水验收")).isFalse();
        assertThat(empty.readsAsUnits("")).isFalse();
    }

    private static UnitDirectory directory(String... names) {
        return new UnitDirectory(Arrays.stream(names)
                .map(name -> new UnitDirectory.Entry(name, List.of("demo-" + name.hashCode()), false))
                .toList());
    }

    private static List<String> names(UnitNameSplitter splitter, String text) {
        return splitter.split(text).stream().map(Part::name).toList();
    }
}
