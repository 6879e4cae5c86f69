package org.supervision.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.TestPost;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.Accounts;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GroupPath;
import org.supervision.identity.People;
import org.supervision.identity.Role;
import org.supervision.identity.UnitDuties;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.PlannedRound;
import org.supervision.reporting.RoundPlanning;
import org.supervision.shared.Quarter;

/** The digest of 08:00: what is in it, how often it comes, and what happens when it cannot be delivered. */
@ApplicationTest
class DailyDigestTests {

    private static final Map<String, Object> REPORT = Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址 3 处。");

    @Autowired
    private TestCities cities;

    @Autowired
    private TimeTravel time;

    @Autowired
    private People people;

    @Autowired
    private Channels channels;

    @Autowired
    private Contacts contacts;

    @Autowired
    private TestPost post;

    @Autowired
    private RestCalls rest;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private DeliveryLog log;

    @Autowired
    private Accounts accounts;

    @Autowired
    private CurrentUsers currentUsers;

    @Autowired
    private UnitDuties duties;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private RoundPlanning planning;

    @Autowired
    private Inbox inbox;

    @Autowired
    private PortalPages pages;

    private TestCity city;
    private String round;
    private String liaison;

    @BeforeEach
    void aRoundIsOpenAndMailIsOn() {
        LocaleContextHolder.setLocale(Locale.CHINA);
        city = cities.create();
        cities.keyTask(city, 1);
        liaison = city.liaison(0) + "@example.org";
        people.changeMail(city.code(), city.liaison(0), liaison);
        channels.set(city.code(), true, null, null, null);
        round = cities.openFirstQuarter(city);
    }

    /** A city that went on sending would make every later test that moves the clock wait for the mail server. */
    @AfterEach
    void everythingWorksAgainAndNothingIsLeftToSend() {
        LocaleContextHolder.resetLocaleContext();
        channels.set(city.code(), false, null, null, null);
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("message-delivery")
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "end of the test"));
        post.startMail();
        post.robotsAnswer("{\"errcode\":0,\"errmsg\":\"ok\"}");
        management.activateJobByProcessDefinitionKey("daily-digest");
    }

    @Test
    void oneMailADayTellsWhatIsNew() throws Exception {
        to("2024-04-02T09:00:00");

        List<MimeMessage> mails = post.mails(liaison);
        assertThat(mails).hasSize(1);
        assertThat(mails.get(0).getSubject()).isEqualTo("重点任务督查督办 4月2日 周二 提示");
        assertThat((String) mails.get(0).getContent())
                .contains("1. 第 1 项“建成第1号公园” ")
                .contains("4月8日 周一 18:00 到期")
                .contains("2024 年第一季度填报轮次已开启")
                .contains("测试市" + city.code() + "督查室");
        assertThat(digests()).containsExactly(city.liaison(0) + " 2024-04-02");
    }

    @Test
    void theLastWorkingDayBeforeIsNoticedAndEverybodySeesItInThePortal() throws Exception {
        to("2024-04-07T09:00:00");

        assertThat((String) last().getContent()).contains("还有 1 个工作日，4月8日 周一 18:00 到期");
        assertThat(rest.get(city.liaison(0), "/inbox")
                        .getBody()
                        .get("items")
                        .get(0)
                        .get("text")
                        .asText())
                .isEqualTo("每日提示：逾期 0 项，临近到期 1 项，新待办 0 项。");
        assertThat(rest.get(city.leader(0), "/inbox")
                        .getBody()
                        .get("items")
                        .get(0)
                        .get("kind")
                        .asText())
                .as("the ladder names the unit leader, too")
                .isEqualTo("daily-digest");
    }

    @Test
    void whatAnyOfficerMayDoIsToldToTheOneResponsibleForTheUnitAndTheDeputy() throws Exception {
        String responsible = officer("responsible");
        String deputy = officer("deputy");
        people.changeMail(city.code(), city.officer(), city.officer() + "@example.org");
        cities.as(city.chief(), () -> duties.assign(city.units().get(0), responsible, deputy));
        cities.complete(city.liaison(0), round + "-1", "progress-report", REPORT);
        cities.complete(city.leader(0), round + "-1", "unit-review", Map.of("decision", "APPROVE"));
        to("2024-04-02T09:00:00");

        for (String told : List.of(responsible, deputy)) {
            assertThat(post.mails(told + "@example.org"))
                    .as(told)
                    .singleElement()
                    .satisfies(mail -> assertThat((String) mail.getContent()).contains("第 1 项"));
        }
        assertThat(post.mails(city.officer() + "@example.org"))
                .as("told of the round only")
                .singleElement()
                .satisfies(mail -> assertThat((String) mail.getContent()).doesNotContain("第 1 项"));

        cities.as(city.chief(), () -> duties.assign(city.units().get(0), null, null));
        to("2024-04-08T09:00:00");
        List<MimeMessage> all = post.mails(city.officer() + "@example.org");
        assertThat((String) all.get(all.size() - 1).getContent())
                .as("nobody is responsible: all officers")
                .contains("第 1 项");
    }

    @Test
    void importantKeyTasksComeFirst() throws Exception {
        cities.keyTask(city, 2);
        keyTasks.setImportant(city.code() + "-2024-2", true);
        cities.as(
                city.officer(),
                () -> planning.plan(
                        city.code(),
                        new PlannedRound(
                                new Quarter(2024, 2), LocalDate.of(2024, 7, 1), null, null, null, null, null)));
        to("2024-07-02T09:00:00");

        String text = (String) last().getContent();
        assertThat(text.indexOf("第 2 项")).isPositive().isLessThan(text.indexOf("第 1 项"));
    }

    private String officer(String name) {
        String username = city.code() + "-" + name;
        accounts.create(
                new Account(
                        username,
                        name,
                        Set.of(GroupPath.office(city.code(), Role.OFFICER).toString()),
                        username + "@example.org"),
                "demodemo");
        return username;
    }

    @Test
    void nothingIsSentOnADayOffOrWithoutNews() {
        to("2024-04-06T09:00:00");

        assertThat(post.mails(liaison)).hasSize(1);
    }

    @Test
    void runningTwiceSendsOnce() {
        to("2024-04-02T09:00:00");
        runtime.startProcessInstanceByKey("daily-digest");
        to("2024-04-02T09:10:00");

        assertThat(post.mails(liaison)).hasSize(1);
    }

    @Test
    void aPersonInTwoPostsGetsOneDigestWithEachItemOnce() throws Exception {
        String both = city.code() + "-both";
        accounts.create(
                new Account(
                        both,
                        "兼职人",
                        Set.of(
                                GroupPath.liaison(city.code(), city.units().get(0))
                                        .toString(),
                                GroupPath.unitLeader(city.code(), city.units().get(0))
                                        .toString()),
                        both + "@example.org"),
                "demodemo");
        to("2024-04-07T09:00:00");

        assertThat(post.mails(both + "@example.org")).hasSize(2).allSatisfy(mail -> assertThat(
                        ((String) mail.getContent()).split("第 1 项", -1))
                .hasSize(2));
    }

    @Test
    void afterTwelveDaysOfDowntimeOneDigestTellsAllThatWasMissed() throws Exception {
        to("2024-04-02T09:00:00");
        management.suspendJobByProcessDefinitionKey("daily-digest");
        to("2024-04-14T09:00:00");
        management.activateJobByProcessDefinitionKey("daily-digest");
        to("2024-04-15T09:00:00");

        assertThat(post.mails(liaison)).hasSize(2);
        assertThat((String) last().getContent())
                .contains("已于 4月8日 周一 18:00 到期，尚未办理")
                .contains("督催〔2024〕1号已签发");
        to("2024-04-16T09:00:00");
        assertThat(post.mails(liaison)).hasSize(2);
    }

    @Test
    void aDeadMailServerStopsNoReviewAndEndsAsAnIncidentOfItsCity() throws Exception {
        post.stopMail();
        to("2024-04-02T08:00:30");
        cities.complete(city.liaison(0), round + "-1", "progress-report", REPORT);
        cities.complete(city.leader(0), round + "-1", "unit-review", Map.of("decision", "APPROVE"));
        assertThat(deliveries(false)).singleElement().satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(DeliveryView.State.RETRYING);
            assertThat(delivery.error()).startsWith("连不上服务器");
        });

        to("2024-04-02T09:00:00");
        assertThat(incidents(city.code())).isEqualTo(1);
        assertThat(incidents(cities.create().code())).isZero();

        post.startMail();
        DeliveryView stopped = deliveries(true).get(0);
        assertThat(stopped.attempts()).isEqualTo(5);
        assertThat(pages.post(city.officer(), "/deliveries/{id}/attempts", Map.of(), stopped.id())
                        .getRedirectedUrl())
                .isEqualTo("/deliveries");
        to("2024-04-02T09:10:00");
        assertThat(incidents(city.code())).isZero();
        assertThat(post.mails(liaison)).hasSize(1);
        assertThat(deliveries(false)).singleElement().satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(DeliveryView.State.DELIVERED);
            assertThat(delivery.recipientName()).isEqualTo("市一局联络员");
            assertThat(delivery.address()).isEqualTo(liaison);
            assertThat(delivery.why()).isEqualTo("4月2日 周二 每日提示");
            assertThat(delivery.text()).contains("第 1 项");
        });
    }

    @Test
    void aRetryAfterTheServerReturnedSendsOnceUnderOneMessageId() throws Exception {
        post.stopMail();
        to("2024-04-02T08:15:00");
        post.startMail();
        to("2024-04-02T12:00:00");

        assertThat(post.mails(liaison)).hasSize(1);
        assertThat(last().getMessageID()).matches("<message-\\d+@example.org>");
    }

    @Test
    void moreMessagesThanOneStepHandsOverAreHandedOverByTheNext() {
        jdbc.sql(
                        """
                        with many as (
                            insert into digest (government, recipient, day, composed_at)
                            select ?, 'contact:-' || n, date '2020-01-01', now() from generate_series(1, 200) n
                            returning *)
                        insert into message (government, channel, recipient, digest_id, prepared_at, attempts_left,
                            delivered_at)
                        select government, 'MAIL', recipient, id, now(), 5, now() from many""")
                .param(city.code())
                .update();
        to("2024-04-02T09:00:00");

        assertThat(jdbc.sql("select count(*) from message where handed_over_at is null")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(post.mails(liaison)).hasSize(1);
    }

    @Test
    void secretariesGetACopyOfRemindersByMail() throws Exception {
        String secretary = city.code() + "-secretary@example.org";
        contacts.add(city.code(), Contact.Kind.SECRETARY, null, "王秘书", secretary);
        contacts.add(city.code(), Contact.Kind.PRINCIPAL, city.units().get(0), "李局长", city.code() + "-p@example.org");
        to("2024-04-09T09:00:00");

        assertThat(post.mails(secretary)).singleElement().satisfies(mail -> assertThat((String) mail.getContent())
                .startsWith("王秘书：")
                .contains("督催〔2024〕1号已签发"));
        assertThat(post.mails(city.code() + "-p@example.org")).isEmpty();
    }

    @Test
    void anUrgentNoticeGoesOutAtOnceAndNotAgainInTheDigest() throws Exception {
        to("2024-04-02T09:00:00");
        Notice order = new Notice(
                        city.code(),
                        "reminder-issued",
                        "slip",
                        "x",
                        "order:x",
                        List.of("督催〔2024〕9号", "1", "建成第1号公园"),
                        false,
                        null)
                .atOnce();
        inbox.tellRecipients(order, List.of(city.liaison(0)));
        to("2024-04-02T09:01:00");
        assertThat(post.mails(liaison)).hasSize(2);
        assertThat((String) last().getContent()).contains("督催〔2024〕9号");

        to("2024-04-03T09:00:00");
        assertThat(post.mails(liaison)).hasSize(2);
    }

    @Test
    void theGroupChatIsToldNumbersAndUnitsOnce() throws Exception {
        String path = "/" + city.code() + "/robot/send";
        channels.set(city.code(), false, RobotKind.DINGTALK, post.robotOrigin() + path + "?access_token=a", "s3cret");
        to("2024-04-07T09:00:00");

        assertThat(post.calls(path)).singleElement().satisfies(call -> {
            assertThat(call.query()).startsWith("access_token=a&timestamp=").contains("&sign=");
            JsonNode body = new ObjectMapper().readTree(call.body());
            assertThat(body.get("msgtype").asText()).isEqualTo("markdown");
            assertThat(body.at("/markdown/title").asText()).isEqualTo("重点任务督查督办 4月7日 周日 提示");
            assertThat(body.at("/markdown/text").asText())
                    .contains("- 第 1 项 市一局 ")
                    .doesNotContain("公园");
        });
        assertThat(post.mails(liaison)).isEmpty();
    }

    @Test
    void weComTakesContentAndItsRefusalIsRetried() throws Exception {
        String path = "/" + city.code() + "/cgi-bin/webhook/send";
        channels.set(city.code(), false, RobotKind.WECOM, post.robotOrigin() + path + "?key=a", null);
        post.robotsAnswer("{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}");
        to("2024-04-07T08:05:00");
        assertThat(deliveries(false)).singleElement().satisfies(delivery -> assertThat(delivery.error())
                .isEqualTo("对方服务器没有接收：45009 api freq out of limit"));
        post.robotsAnswer("{\"errcode\":0,\"errmsg\":\"ok\"}");
        to("2024-04-07T08:20:00");

        assertThat(post.calls(path)).hasSize(2);
        assertThat(new ObjectMapper()
                        .readTree(post.calls(path).get(1).body())
                        .at("/markdown/content")
                        .asText())
                .startsWith("### 重点任务督查督办");
        assertThat(deliveries(false).get(0).state()).isEqualTo(DeliveryView.State.DELIVERED);
    }

    @Test
    void withoutChannelsOnlyThePortalTellsAndNothingIsSent() {
        channels.set(city.code(), false, null, null, null);
        to("2024-04-09T09:00:00");

        assertThat(deliveries(false)).isEmpty();
        assertThat(post.mails(liaison)).isEmpty();
        assertThat(rest.get(city.liaison(0), "/inbox").getBody().get("items"))
                .extracting(entry -> entry.get("kind").asText())
                .containsExactly("daily-digest", "reminder-issued", "daily-digest", "round-opened");
    }

    /** What belongs to no city is seen by all of them, so it must tell nothing. */
    @Test
    void theProcessOfTheInstallationHoldsNoBusinessData() {
        to("2024-04-02T09:00:00");

        assertThat(jdbc.sql(
                                """
                                select distinct v.name_ from act_hi_varinst v
                                join act_hi_procinst p on p.id_ = v.proc_inst_id_ where p.tenant_id_ is null""")
                        .query(String.class)
                        .list())
                .isSubsetOf("moreToHandOver");
        assertThat(jdbc.sql(
                                "select count(*) from act_hi_procinst where tenant_id_ is null and proc_def_key_ <> 'daily-digest'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long incidents(String government) {
        return runtime.createIncidentQuery()
                .processDefinitionKeyIn("message-delivery")
                .tenantIdIn(government)
                .count();
    }

    private List<DeliveryView> deliveries(boolean stopped) {
        return log.of(cities.as(city.officer(), currentUsers::required), stopped, 0, 10)
                .items();
    }

    private void to(String local) {
        time.to(OffsetDateTime.parse(local + "+08:00").toInstant());
    }

    private MimeMessage last() {
        List<MimeMessage> mails = post.mails(liaison);
        return mails.get(mails.size() - 1);
    }

    private List<String> digests() {
        return jdbc.sql("select recipient || ' ' || day from digest where government = ? order by 1")
                .param(city.code())
                .query(String.class)
                .list();
    }
}
