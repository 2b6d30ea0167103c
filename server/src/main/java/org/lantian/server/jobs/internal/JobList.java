package org.lantian.server.jobs.internal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Action;
import org.lantian.server.access.Actor;
import org.lantian.server.access.RoleMatrix;
import org.lantian.server.http.Keyset;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.lantian.server.jobs.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Jobs as far as somebody may see them: his own, or all of them. What he may not see is not there. */
@Component
public class JobList {

    private static final Keyset<Job> ORDER = Keyset.of("j.id", Keyset.Kind.LONG, Job::id)
            .by("requested", "j.requested", Keyset.Kind.INSTANT, Job::requested)
            .usually("-id");

    /** Of one account by its number, of a machine by its name. */
    private static final String MINE = "(CASE WHEN j.owner_account > 0 THEN j.owner_account = :account"
            + " ELSE :account = 0 AND j.owner = :owner END)";

    private final JobRepository jobs;
    private final JobScheduler scheduler;
    private final RoleMatrix matrix;
    private final JdbcClient jdbc;

    JobList(JobRepository jobs, JobScheduler scheduler, RoleMatrix matrix, JdbcClient jdbc) {
        this.jobs = jobs;
        this.scheduler = scheduler;
        this.matrix = matrix;
        this.jdbc = jdbc;
    }

    /** Which jobs are asked for; null stands for any. */
    public record Filter(
            boolean all, @Nullable String state, @Nullable String kind) {}

    /** Whether somebody may see the jobs of everybody. */
    public boolean seesAll(Actor actor) {
        return matrix.allows(actor, Action.READ_ALL_JOBS);
    }

    public boolean sees(Actor actor, Job job) {
        return job.owner().is(actor) || seesAll(actor);
    }

    public Optional<Job> find(Actor actor, long id) {
        return jobs.find(id).filter(job -> sees(actor, job)).map(scheduler::measured);
    }

    public Page<Job> list(Actor actor, Filter filter, PageQuery query) {
        Keyset.Slice<Job> slice = ORDER.slice(query);
        List<Job> rows = jdbc.sql(JobRepository.ALL + "WHERE (:all OR " + MINE + ")"
                        + " AND (:state = '' OR j.state = :state OR (:state = 'open' AND j.finished IS NULL))"
                        + " AND (:kind = '' OR j.kind = :kind)"
                        + " AND " + slice.condition() + slice.order())
                .params(slice.parameters())
                .param("all", filter.all() && seesAll(actor))
                .param("account", actor.accountId())
                .param("owner", actor.name())
                .param("state", filter.state() == null ? "" : filter.state())
                .param("kind", filter.kind() == null ? "" : filter.kind())
                .query(jobs::job)
                .list();
        return slice.page(rows.stream().map(scheduler::measured).toList());
    }

    /** What waits or runs, for somebody who watches. */
    public List<Job> listOpen(Actor actor, boolean all) {
        return jobs.listOpen().stream()
                .filter(job -> job.owner().is(actor) || (all && seesAll(actor)))
                .map(scheduler::measured)
                .toList();
    }
}
