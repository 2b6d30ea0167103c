package org.lantian.server.jobs.internal;

import org.lantian.quantities.BilingualText;
import org.lantian.server.identity.OpenWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Jobs that a leaver's account has waiting or running; whoever takes them over sees, cancels and acts for them. */
@Component
class OpenJobs implements OpenWork {

    private static final String OPEN = " WHERE owner_account = ? AND state IN ('queued', 'running')";

    private final JdbcClient jdbc;

    OpenJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "jobs";
    }

    @Override
    public BilingualText title() {
        return new BilingualText("未完成的任务", "open jobs");
    }

    @Override
    public int count(int accountId) {
        return jdbc.sql("SELECT count(*) FROM job" + OPEN)
                .param(accountId)
                .query(Integer.class)
                .single();
    }

    @Override
    public int handOver(int fromAccountId, int toAccountId) {
        return jdbc.sql("""
                UPDATE job j SET owner_account = a.id, owner = a.username, owner_kind = 'PERSON'
                  FROM account a
                 WHERE a.id = ? AND j.owner_account = ? AND j.state IN ('queued', 'running')""").params(toAccountId, fromAccountId).update();
    }
}
