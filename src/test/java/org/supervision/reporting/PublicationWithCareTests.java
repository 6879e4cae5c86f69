package org.supervision.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.supervision.Portal.Page;
import org.supervision.shared.DomainException;

/** Nothing secret is published: what is withheld is left out, and nobody signs what nobody has checked. */
class PublicationWithCareTests extends ClosedRoundScene {

    @Test
    void leavesOutAWholeTaskAndTheReportOfAnotherAndCountsThem() {
        withhold(1, null, WithholdingGround.STATE_SECRET);
        withhold(2, round, WithholdingGround.SECRETS_OF_OTHERS);
        publish();

        String page = http.getForObject("/public/" + round + ".html", String.class);
        assertThat(page)
                .contains("另有 1 项依法不予公开（国家秘密或者法律法规禁止公开 1 项）", "本季进展不予公开（涉及商业秘密或者个人隐私）", "建成第2号公园", "完成第3处选址")
                .doesNotContain("建成第1号公园", "完成第1处选址", "完成第2处选址", "内部理由");
        JsonNode data = http.getForObject("/public/" + round + ".json", JsonNode.class);
        assertThat(data.at("/withheld").asInt()).isEqualTo(1);
        assertThat(data.at("/withheldGrounds/STATE_SECRET").asInt()).isEqualTo(1);
        assertThat(data.at("/total").asInt()).isEqualTo(2);
        assertThat(data.at("/keyTasks/0/withheld").asText()).isEqualTo("SECRETS_OF_OTHERS");
        assertThat(data.toString()).doesNotContain("第1号", "第1处", "第2处", "内部理由");
        // Inside, everything is still there.
        assertThat(publications.preview(round)).hasSize(3);
    }

    @Test
    void publishesAgainWhatIsLifted() {
        withhold(1, null, WithholdingGround.INTERNAL_AFFAIRS);
        lift(1);
        publish();
        assertThat(publications.latest(round).orElseThrow().rows()).hasSize(3);
        assertThat(publications.latest(round).orElseThrow().withheld()).isZero();
    }

    @Test
    void theKeyTasksPageShowsAndLiftsItsMarks() {
        withhold(1, null, WithholdingGround.SECURITY);
        Page page = portal.signIn(city.officer()).open("/key-tasks/" + keyTask(1) + "/withholdings");
        assertThat(page.text("#withholdings")).contains("整项任务", "内部理由");
        Page refused = page.submit("#withhold", Map.of("round", round, "reason", "涉及企业"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#error-summary")).contains("请选择不予公开的依据");
        refused.submit("#withhold", Map.of("ground", "SECRETS_OF_OTHERS"));
        assertThat(withholdings.of(round)).hasSize(2);
        portal.signIn(city.officer())
                .open("/key-tasks/" + keyTask(1) + "/withholdings")
                .submit("form[action$=/lifting]", Map.of());
        assertThat(withholdings.of(round)).singleElement().satisfies(left -> assertThat(left.roundId())
                .isEqualTo(round));
        assertThat(portal.signIn(city.liaison(0))
                        .open("/key-tasks/" + keyTask(1) + "/withholdings")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void nobodySignsWhatChangedAfterTheCheck() {
        cities.complete(city.officer(), round, "secrecy-check", CHECKED);
        withhold(1, null, WithholdingGround.SECURITY);

        Page preview = portal.signIn(city.chief()).open("/rounds/" + round + "/preview");
        assertThat(preview.text("#changed")).contains("结果表又有变化，现在不能签发");
        assertThat(preview.text("#secrecy")).contains("审查后列入");
        assertThat(preview.content().select("form[action$=/publication]")).isEmpty();
        assertThatThrownBy(() -> cities.complete(city.chief(), round, "round-publication", SIGN))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("changed-since-check");
        cities.complete(city.chief(), round, "round-publication", Map.of("decision", "RETURN", "comment", "第一项请再核对。"));
        assertThat(cities.kindsWaitingFor(city.chief(), round)).containsExactly("secrecy-check");
        cities.complete(city.officer(), round, "secrecy-check", CHECKED);
        cities.complete(city.chief(), round, "round-publication", SIGN);

        assertThat(publications.latest(round).orElseThrow().withheld()).isEqualTo(1);
        assertThat(checks.latest(round).orElseThrow().opinion()).isEqualTo("已核对。");
    }

    @Test
    void nobodySignsAnotherGroundThanWasChecked() {
        Page unchecked = portal.signIn(city.officer()).open("/rounds/" + round + "/preview");
        assertThat(unchecked.text(".facts")).contains("待保密审查");
        withhold(1, null, WithholdingGround.SECURITY);
        cities.complete(city.officer(), round, "secrecy-check", CHECKED);
        Page checked = portal.signIn(city.officer()).open("/rounds/" + round + "/preview");
        assertThat(checked.text(".facts")).contains("待签发");

        checked.submit("form[action$=/lifting]", Map.of());
        withhold(1, null, WithholdingGround.SECRETS_OF_OTHERS);

        assertThatThrownBy(() -> cities.complete(city.chief(), round, "round-publication", SIGN))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("changed-since-check");
    }

    @Test
    void aChiefWhoSignsAtOnceMakesTheCheckInSigningAndTheRecordSaysSo() {
        ResponseEntity<JsonNode> published = rest.post(city.chief(), "/rounds/{id}/publication", null, round);
        assertThat(published.getBody().at("/state").asText()).isEqualTo("PUBLISHED");
        assertThat(checks.latest(round).orElseThrow().opinion()).isEqualTo("由签发人在签发时一并确认（接口签发），没有另作保密审查。");
    }

    @Test
    void theOfficeWithholdsOnThePageAndReadsWhatIsMissing() {
        Page page = portal.signIn(city.officer()).open("/rounds/" + round + "/preview");
        Page refused = page.submit("#withhold", Map.of("keyTask", keyTask(2), "reason", "涉及企业"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#error-summary")).contains("请选择不予公开的依据");
        Page withheld = refused.submit("#withhold", Map.of("ground", "SECRETS_OF_OTHERS"));
        assertThat(withheld.text(".flash")).contains("已列入不予公开");
        assertThat(withheld.text("#secrecy")).contains("第 2 项", "本季进展", "涉及企业");
        assertThat(withheld.text("table")).contains("本季进展不予公开");
        assertThat(withheld.submit("form[action$=/lifting]", Map.of()).text("table"))
                .contains("完成第2处选址");
    }

    @Test
    void onlyTheOfficeOfTheCityWithholds() {
        Map<String, String> body = Map.of("ground", "SECURITY", "reason", "测试");
        for (String other : new String[] {city.liaison(0), city.leader(0), city.mayor(), "sysadmin"}) {
            assertThat(status(other, body)).as(other).isEqualTo(403);
        }
        assertThat(status(cities.create().officer(), body)).isEqualTo(404);
        assertThat(status(city.officer(), Map.of("ground", "SECURITY"))).isEqualTo(422);
        assertThat(status(city.officer(), body)).isEqualTo(204);
        assertThat(status(city.officer(), body)).isEqualTo(409);
        assertThat(rest.get(city.liaison(0), "/rounds/{id}/withholdings", round)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        JsonNode listed =
                rest.get(city.chief(), "/rounds/{id}/withholdings", round).getBody();
        assertThat(listed.at("/items")).hasSize(1);
    }

    private int status(String person, Map<String, String> body) {
        return rest.post(person, "/key-tasks/{id}/withholdings", body, keyTask(1))
                .getStatusCode()
                .value();
    }
}
