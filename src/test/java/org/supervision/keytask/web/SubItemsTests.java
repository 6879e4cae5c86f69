package org.supervision.keytask.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.AgreedIndicator;
import org.supervision.keytask.AgreedIndicators;
import org.supervision.keytask.Indicator;
import org.supervision.keytask.IndicatorProposals;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.SubItem;
import org.supervision.keytask.SubItems;

/** The office splits a key task on its page and over REST. */
@ApplicationTest
class SubItemsTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private IndicatorProposals proposals;

    @Autowired
    private AgreedIndicators agreed;

    @Autowired
    private SubItems subItems;

    @Autowired
    private OrgUnits units;

    @Autowired
    private Portal portal;

    @Autowired
    private PortalPages pages;

    @Autowired
    private RestCalls rest;

    private TestCity city;
    private String id;
    private long indicator;

    @BeforeEach
    void aTargetThatTwoUnitsSupport() {
        city = cities.create();
        id = cities.keyTask(city, 1, 1, 2).id();
        keyTasks.save(keyTasks.get(id).withGoal("改造农户261户"));
        cities.as(
                city.officer(),
                () -> proposals.confirm(id, proposals.of(List.of(id)).get(0).id(), 1, null));
        indicator = agreed.of(id).get(0).id();
    }

    @Test
    void theOfficeSharesATargetEvenlyAndChangesAShare() {
        assertThat(pages.get(city.officer(), "/key-tasks/" + id)
                        .select("#sub-items")
                        .text())
                .contains("还没有分解", "平均分给 2 个配合单位");
        assertThat(pages.get(city.liaison(0), "/key-tasks/" + id).select("#sub-items"))
                .isEmpty();

        post("/distribution", Map.of("indicator", String.valueOf(indicator)));

        assertThat(subItems.of(id)).extracting(SubItem::name).containsExactly("市二局", "市三局");
        assertThat(subItems.of(id))
                .extracting(item -> item.share().toPlainString())
                .containsExactly("131", "130");
        assertThat(section(city.officer()).text()).contains("份额合计 261，与目标一致");

        SubItem first = subItems.of(id).get(0);
        post("/" + first.id(), fields(first, "100"));
        assertThat(section(city.liaison(1)).text()).contains("份额合计 230，比目标少 31");
        assertThat(section(city.liaison(1)).select("form")).isEmpty();
        assertThat(section(city.officer()).select("del").text()).isEqualTo("131");

        post("/distribution", Map.of("indicator", String.valueOf(indicator)));
        assertThat(section(city.officer()).text()).contains("与目标一致");
        assertThat(subItems.of(id)).hasSize(2);
    }

    @Test
    void whatTheLeadCarriesIsNotSharedAgain() {
        post("", Map.of("unit", city.units().get(0), "indicator", String.valueOf(indicator), "share", "61"));
        post("/distribution", Map.of("indicator", String.valueOf(indicator)));

        assertThat(subItems.of(id))
                .extracting(item -> item.share().toPlainString())
                .containsExactly("61", "100", "100");
    }

    @Test
    void thePageSaysWhyNothingWasDoneAndKeepsWhatStands() {
        TestCity other = cities.create();
        pages.post(
                city.officer(),
                "/key-tasks/" + id + "/sub-items",
                Map.of("unit", other.units().get(0), "indicator", "" + indicator, "share", "5"));
        pages.post(
                city.officer(),
                "/key-tasks/" + id + "/sub-items",
                Map.of("unit", city.units().get(1), "indicator", "" + indicator, "share", "五"));

        assertThat(subItems.of(id)).isEmpty();
        String refused = rest.post(
                        city.officer(),
                        "/key-tasks/{id}/sub-items",
                        Map.of("unit", other.units().get(0), "indicator", indicator, "share", 5),
                        id)
                .getBody()
                .toString();
        assertThat(refused).contains("不是本任务的牵头或配合单位", "计划表").doesNotContain("市一局");
    }

    @Test
    void whatWasTypedIsStillThereAfterARefusal() {
        post("/distribution", Map.of("indicator", String.valueOf(indicator)));
        SubItem second = subItems.of(id).get(1);
        String row = "form[action$=/sub-items/" + second.id() + "]";

        Page refused = portal.signIn(city.officer())
                .open("/key-tasks/" + id)
                .submit(
                        row,
                        Map.of("share", "百户", "name", "库区农户"),
                        "/key-tasks/" + id + "/sub-items/" + second.id() + "?act=change");

        assertThat(refused.text("#sub-items [role=alert]")).isNotBlank();
        assertThat(refused.content().select(row + " [name=share]").val()).isEqualTo("百户");
        assertThat(refused.content().select(row + " [name=name]").val()).isEqualTo("库区农户");
        assertThat(refused.content().select("#sub-items details[open]")).hasSize(1);
        assertThat(subItems.of(id).get(1)).isEqualTo(second);
    }

    @Test
    void aUnitInWhichSharesAreStatedStaysUntilTheyAreRetired() {
        post("/distribution", Map.of("indicator", String.valueOf(indicator)));
        AgreedIndicator before = agreed.of(id).get(0);

        assertThatThrownBy(() -> changeUnit(before, "套")).hasMessageContaining("indicator-split");
        cities.as(city.officer(), () -> {
            subItems.of(id).forEach(item -> subItems.retire(id, item.id(), item.version()));
            return null;
        });
        assertThat(changeUnit(before, "套").version()).isEqualTo(before.version() + 1);
        assertThat(agreed.of(id).get(0).target().unit()).isEqualTo("套");
    }

    private AgreedIndicator changeUnit(AgreedIndicator before, String unit) {
        Indicator target = before.target();
        Indicator other = new Indicator(
                target.name(),
                target.qualifier(),
                target.comparator(),
                target.value(),
                target.stretchValue(),
                unit,
                target.scale(),
                target.base(),
                target.direction(),
                target.commitment(),
                target.group(),
                target.period());
        return cities.as(
                city.officer(),
                () -> agreed.change(
                        id,
                        before.id(),
                        before.version(),
                        new AgreedIndicators.Terms(other, before.start(), before.expected(), before.atYearEndOnly())));
    }

    @Test
    void restSplitsWithRefusals() {
        String path = "/key-tasks/{id}/sub-items";
        Map<String, Object> part = Map.of("unit", city.units().get(1), "indicator", indicator, "share", 100);

        JsonNode added = rest.post(city.chief(), path, part, id).getBody();
        assertThat(added.at("/name").asText()).isEqualTo("市二局");
        String item = path + "/" + added.at("/id").asText();
        Map<String, Object> change = new HashMap<>(part);
        change.put("share", 161);
        change.put("name", "山区农户");
        change.put("version", 1);
        assertThat(rest.put(city.officer(), item, change, id)
                        .getBody()
                        .at("/version")
                        .asInt())
                .isEqualTo(2);
        assertThat(rest.put(city.officer(), item, change, id).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);

        JsonNode split = rest.get(city.liaison(2), path, id).getBody();
        assertThat(split.at("/branches/0/difference").asText()).isEqualTo("LESS");
        assertThat(split.at("/branches/0/distance").asInt()).isEqualTo(100);
        assertThat(split.at("/branches/0/items/0/name").asText()).isEqualTo("山区农户");

        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("indicator", indicator, "share", 1),
                Map.of("unit", city.units().get(1), "share", 1),
                Map.of("unit", city.units().get(1), "indicator", indicator),
                Map.of("unit", city.units().get(1), "indicator", 999_999_999, "share", 1),
                Map.of("unit", city.units().get(1), "indicator", indicator, "share", 0),
                Map.of("unit", city.units().get(1), "name", "长".repeat(101)))) {
            assertThat(rest.post(city.officer(), path, wrong, id).getStatusCode())
                    .as(wrong.toString())
                    .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        assertThat(rest.delete(city.officer(), item + "?version=2", id).getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(subItems.of(id)).isEmpty();
        assertThat(subItems.changes(id)).hasSize(3);
        assertThat(rest.get(city.chief(), "/audit-entries?size=500")
                        .getBody()
                        .at("/items")
                        .findValuesAsText("act"))
                .contains("add-sub-item", "change-sub-item", "retire-sub-item");
    }

    @Test
    void onlyTheOfficeOfTheGovernmentSplits() {
        TestCity other = cities.create();
        String path = "/key-tasks/{id}/sub-items";
        Map<String, Object> part = Map.of("unit", city.units().get(1), "indicator", indicator, "share", 100);

        assertThat(rest.post(city.liaison(0), path, part, id).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(rest.post(city.leader(1), path + "/distribution", Map.of("indicator", indicator), id)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(rest.post(other.officer(), path, part, id).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(rest.get(other.officer(), path, id).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(pages.post(city.liaison(0), "/key-tasks/" + id + "/sub-items", Map.of())
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void aPartGoesOnWithTheUnitItsUnitWasMergedInto() {
        cities.openFirstQuarter(city);
        post("/distribution", Map.of("indicator", String.valueOf(indicator)));

        cities.as(city.chief(), () -> {
            units.merge(city.units().get(2), city.units().get(1));
            return null;
        });

        assertThat(subItems.of(id))
                .extracting(SubItem::unit, SubItem::name)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(city.units().get(1), "市二局"));
        post("/distribution", Map.of("indicator", String.valueOf(indicator)));
        assertThat(section(city.officer()).text()).contains("市二局 131", "市二局 130");
    }

    private static Map<String, String> fields(SubItem item, String share) {
        return Map.of(
                "act",
                "change",
                "version",
                String.valueOf(item.version()),
                "unit",
                item.unit(),
                "name",
                item.name(),
                "indicator",
                String.valueOf(item.indicator()),
                "share",
                share);
    }

    private void post(String below, Map<String, String> fields) {
        assertThat(pages.post(city.officer(), "/key-tasks/" + id + "/sub-items" + below, fields)
                        .getRedirectedUrl())
                .isEqualTo("/key-tasks/" + id + "#sub-items");
    }

    private Document section(String username) {
        return org.jsoup.Jsoup.parse(
                pages.get(username, "/key-tasks/" + id).select("#sub-items").outerHtml());
    }
}
