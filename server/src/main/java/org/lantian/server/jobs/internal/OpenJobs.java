package org.lantian.server.jobs.internal;

import org.lantian.quantities.BilingualText;
import org.lantian.server.identity.Accounts;
import org.lantian.server.identity.OpenWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Jobs that a leaver's account has waiting or running; whoever takes them over sees, cancels and acts for them. */
@Component
class OpenJobs implements OpenWork {

    private static final String OPEN = " WHERE owner_account = ? AND state IN ('queued', 'running')";

    private final JdbcClient jdbc;
    private final Accounts accounts;

    OpenJobs(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
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
        String name = accounts.findCredentials(toAccountId).orElseThrow().username();
        return jdbc.sql("UPDATE job SET owner_kind = 'PERSON', owner = ?, owner_account = ?" + OPEN)
                .params(name, toAccountId, fromAccountId)
                .update();
    }
}
