package org.supervision.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.audit.TrailReads;
import org.supervision.audit.TrailReads.What;
import org.supervision.audit.TrailSeals;

/** The page says in a word and a sign whether the trail is as it was sealed, and what to do if it is not. */
@ApplicationTest
class VerificationPageTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private PortalPages pages;

    @Autowired
    private RestCalls rest;

    @Autowired
    private TrailReads reads;

    @Autowired
    private TrailSeals seals;

    @Autowired
    private EmbeddedPostgres postgres;

    private TestCity city;

    @BeforeEach
    void letTheChiefEnterAUnit() {
        city = cities.create();
        pages.post(city.chief(), "/units", Map.of("name", "市四局"));
        seals.all();
    }

    @Test
    void theChiefReadsThatTheChainOfTheCityIsIntact() {
        Document page = pages.get(city.chief(), "/audit/verification");

        assertThat(page.select(".notice-green").text()).contains("审计记录完整");
        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page.select("tbody tr").text()).contains("测试市" + city.code(), "完整", "SHA-256");
        assertThat(page.select("tbody .seal").text()).hasSize(64);
        assertThat(pages.get(city.chief(), "/audit").select("a[href=/audit/verification]"))
                .hasSize(1);
    }

    @Test
    void theAuditorReadsAllChains() {
        assertThat(pages.get("auditor", "/audit/verification")
                        .select("tbody tr")
                        .text())
                .contains("测试市" + city.code(), "本系统");
    }

    @Test
    void whoComesWhileAnotherVerifiesReadsHowFarThatIs() {
        reads.read(What.VERIFICATION, city.code(), read -> {
            read.set(12_345);
            assertThat(pages.get(city.chief(), "/audit/verification").text()).contains("正在核验", "已读 12,345 条");
            assertThat(rest.get(city.chief(), "/audit-entries/verification").getStatusCode())
                    .isEqualTo(HttpStatus.CONFLICT);
            return read;
        });
        assertThat(pages.get(city.chief(), "/audit/verification").select(".notice-green"))
                .hasSize(1);
    }

    /** The second of two changed entries is told as well. */
    @Test
    void everyDifferenceIsTold() {
        pastTheTriggers("update audit_entry set actor = actor || 'x' where government = :city");
        try {
            int entries = Integer.parseInt(pages.get(city.chief(), "/audit/verification")
                    .select("tbody td.number")
                    .get(1)
                    .text());
            assertThat(pages.get(city.chief(), "/audit/verification").select("tbody li strong"))
                    .hasSize(entries)
                    .hasSizeGreaterThan(1);
        } finally {
            pastTheTriggers("update audit_entry set actor = left(actor, -1) where government = :city");
        }
    }

    @Test
    void nobodyElseOpensIt() {
        for (String username : new String[] {city.officer(), city.mayor(), city.leader(0), "sysadmin", "secadmin"}) {
            assertThat(pages.status(username, "/audit/verification"))
                    .as(username)
                    .isEqualTo(403);
        }
    }

    @Test
    void whoeverFindsADifferenceReadsWhereAndWhatToDo() {
        pastTheTriggers("update audit_entry set actor = actor || 'x' where government = :city");
        try {
            Document page = pages.get(city.chief(), "/audit/verification");

            assertThat(page.select(".notice-red[role=alert] ol li")).hasSize(4);
            assertThat(page.select("tbody tr .badge-red").text()).isEqualTo("不符");
            assertThat(page.select("tbody tr").text()).contains("记录或封存被改动", "第 1 位", "记录编号");
            assertThat(pages.get(city.chief(), "/audit/verification?lang=en").text())
                    .contains("An entry or its seal was changed");
        } finally {
            pastTheTriggers("update audit_entry set actor = left(actor, -1) where government = :city");
        }
        assertThat(pages.get(city.chief(), "/audit/verification").select(".notice-green"))
                .hasSize(1);
    }

    private void pastTheTriggers(String statement) {
        JdbcClient owner = JdbcClient.create(postgres.getPostgresDatabase());
        owner.sql("alter table audit_entry disable trigger all; "
                        + statement.replace(":city", "'" + city.code() + "'")
                        + "; alter table audit_entry enable trigger all")
                .update();
    }
}
