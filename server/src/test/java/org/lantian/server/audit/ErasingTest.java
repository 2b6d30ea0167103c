package org.lantian.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.audit.internal.AuditUpkeep;
import org.lantian.server.http.PageQuery;
import org.lantian.server.testing.LantianTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@LantianTest(city = LantianTest.GENERATED)
@TestPropertySource(properties = "lantian.audit.keep-personal-days=-1")
@DisplayName("Personal texts whose last day is over")
class ErasingTest {

    private final AuditLog audit;
    private final AuditChain chain;
    private final AuditSearch search;
    private final AuditUpkeep upkeep;
    private final JdbcClient jdbc;

    @Autowired
    ErasingTest(AuditLog audit, AuditChain chain, AuditSearch search, AuditUpkeep upkeep, JdbcClient jdbc) {
        this.audit = audit;
        this.chain = chain;
        this.search = search;
        this.upkeep = upkeep;
        this.jdbc = jdbc;
    }

    @Test
    @DisplayName("are erased with their salt, as an event; the chain stays provable and says that there was one")
    void erased() {
        upkeep.eraseExpired(); // what the start of the server recorded
        audit.recordAlone(Event.of("data.exported").on("x").personal("phone", "13700000000"));
        assertThat(upkeep.eraseExpired()).isEqualTo(1);
        assertThat(upkeep.eraseExpired()).isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM audit_personal WHERE text IS NOT NULL OR salt IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isZero();
        long sequence = jdbc.sql("SELECT max(sequence) FROM audit_event WHERE subject = 'x'")
                .query(Long.class)
                .single();
        EventLine line = search.find(sequence, Locale.ENGLISH).orElseThrow();
        assertThat(line.personal().getFirst().erased()).isTrue();
        assertThat(line.personal().getFirst().text()).isNull();
        assertThat(chain.prove(List.of(), events -> {}).firstFinding()).isNull();
        assertThat(jdbc.sql("SELECT count(*) FROM audit_event WHERE action = 'audit.erased'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    @DisplayName("and the anchor of the day are what upkeep sees to, once a day")
    void anchor() {
        upkeep.anchorToday();
        int anchors = chain.anchors(PageQuery.first()).items().size();
        upkeep.anchorToday();
        assertThat(chain.anchors(PageQuery.first()).items()).hasSize(anchors).isNotEmpty();
    }
}
