package org.lantian.server.jobs.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.server.access.Actor;
import org.lantian.server.jobs.Job;
import org.lantian.server.jobs.JobOwner;
import org.lantian.server.jobs.JobRequest;
import org.lantian.server.jobs.JobState;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code job}. Every change of state names the state it starts from, so that two of them can't both win. */
@Repository
public class JobRepository {

    static final String ALL = """
            SELECT j.*, CASE WHEN j.state = 'queued'
                             THEN (SELECT count(*) FROM job o WHERE o.state = 'queued' AND o.id <= j.id) ELSE 0
                         END AS position
              FROM job j\s""";

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JsonMapper json;

    JobRepository(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    long add(JobRequest request) {
        return jdbc.sql("""
                INSERT INTO job (kind, subject, about_type, about_id, parameters, owner_kind, owner_account, owner,
                                 owner_address, state)
                VALUES (:kind, :subject, :type, :about, :parameters::jsonb, :owner_kind, :account, :owner,
                        :address, 'queued')
                RETURNING id""")
                .param("kind", request.kind())
                .param("subject", clean(request.subject()))
                .param("type", request.about().map(JobRequest.About::type).orElse(null))
                .param("about", request.about().map(JobRequest.About::id).orElse(null))
                .param("parameters", json.writeValueAsString(request.parameters()))
                .param("owner_kind", request.owner().kind().name())
                .param("account", request.owner().accountId())
                .param("owner", request.owner().name())
                .param("address", request.owner().address())
                .query(Long.class)
                .single();
    }

    /** Lets one transaction after another count and add, until each has ended. */
    void waitForTurn() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(0x1a17_0b5eL)
                .query((row, number) -> true)
                .list();
    }

    /** How many jobs wait, of all and of this owner. */
    long[] countQueued(JobOwner owner) {
        return jdbc.sql("""
                SELECT count(*) AS all_of_them,
                       count(*) FILTER (WHERE owner_account = :account AND owner = :owner) AS own
                  FROM job WHERE state = 'queued'""")
                .param("account", owner.accountId())
                .param("owner", owner.name())
                .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
    }

    public Optional<Job> find(long id) {
        return jdbc.sql(ALL + "WHERE j.id = ?").param(id).query(this::job).optional();
    }

    List<Job> find(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(ALL + "WHERE j.id IN (:ids)")
                        .param("ids", ids)
                        .query(this::job)
                        .list();
    }

    List<Job> listInState(JobState state) {
        return jdbc.sql(ALL + "WHERE j.state = ? ORDER BY j.id")
                .param(state.code())
                .query(this::job)
                .list();
    }

    List<Job> listOpen() {
        return jdbc.sql(ALL + "WHERE j.state IN ('queued', 'running') ORDER BY j.id")
                .query(this::job)
                .list();
    }

    /** Of each owner the job that has waited longest, among these kinds. */
    List<Job> listNext(Collection<String> kinds) {
        return kinds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        SELECT DISTINCT ON (owner_account, owner) j.*, 0 AS position FROM job j
                         WHERE state = 'queued' AND kind IN (:kinds) ORDER BY owner_account, owner, id""").param("kinds", kinds).query(this::job).list();
    }

    /** Running jobs that somebody wants to end. */
    List<Long> listToCancel() {
        return jdbc.sql("SELECT id FROM job WHERE state = 'running' AND cancel_requested")
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** When the latest job of this kind was asked for. */
    Optional<Instant> latestRequest(String kind) {
        return jdbc.sql("SELECT requested FROM job WHERE kind = ? ORDER BY id DESC LIMIT 1")
                .param(kind)
                .query((row, number) -> row.getTimestamp("requested").toInstant())
                .optional();
    }

    boolean begin(long id) {
        return jdbc.sql("""
                UPDATE job SET state = 'running', started = clock_timestamp(), attempts = attempts + 1,
                       progress = 0, message_zh = '', message_en = ''
                 WHERE id = ? AND state = 'queued'""").param(id).update() == 1;
    }

    /** Puts a running job back into the queue; an orderly stop takes the attempt back. */
    void requeue(long id, boolean takeBack) {
        jdbc.sql("""
                UPDATE job SET state = 'queued', started = NULL, progress = 0, message_zh = '', message_en = '',
                       attempts = attempts - ?
                 WHERE id = ? AND state = 'running'""").params(takeBack ? 1 : 0, id).update();
    }

    /** Ends a running job within the present transaction. */
    void completeInTransaction(long id, Map<String, Object> result) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a job is completed in the transaction of its work");
        }
        if (!done(id, result)) {
            throw new IllegalStateException("job " + id + " does not run any more");
        }
    }

    boolean done(long id, Map<String, Object> result) {
        return jdbc.sql("""
                UPDATE job SET state = 'done', progress = 1, finished = clock_timestamp(), result = ?::jsonb,
                       message_zh = '', message_en = ''
                 WHERE id = ? AND state = 'running'""").params(json.writeValueAsString(result), id).update() == 1;
    }

    boolean fail(long id, JobState from, Job.Failure failure) {
        return jdbc.sql("""
                UPDATE job SET state = 'failed', finished = clock_timestamp(), error_code = ?, error_zh = ?, error_en = ?
                 WHERE id = ? AND state = ?""")
                        .params(
                                failure.code(),
                                clean(failure.text().zh()),
                                clean(failure.text().en()),
                                id,
                                from.code())
                        .update()
                == 1;
    }

    boolean cancel(long id, JobState from) {
        return jdbc.sql("""
                UPDATE job SET state = 'cancelled', finished = clock_timestamp(), cancel_requested = true
                 WHERE id = ? AND state = ?""").params(id, from.code()).update() == 1;
    }

    /** Notes that a running job is to end; whoever runs it looks for that. */
    boolean requestCancel(long id) {
        return jdbc.sql(
                                "UPDATE job SET cancel_requested = true WHERE id = ? AND state = 'running' AND NOT cancel_requested")
                        .param(id)
                        .update()
                == 1;
    }

    void nameResultFile(long id, Job.ResultFile file) {
        jdbc.sql("UPDATE job SET result_name = ?, result_type = ? WHERE id = ?")
                .params(file.name(), file.mediaType(), id)
                .update();
    }

    /** Writes down what a running job told; one that its own transaction holds is left for the next time. */
    void write(RunningJob.Report report) {
        jdbc.sql("""
                UPDATE job SET progress = ?, message_zh = ?, message_en = ?, log_dropped = ?
                 WHERE id = (SELECT id FROM job WHERE id = ? AND state = 'running' FOR UPDATE SKIP LOCKED)""")
                .params(
                        report.done(),
                        clean(report.note().zh()),
                        clean(report.note().en()),
                        report.dropped(),
                        report.id())
                .update();
        if (!report.lines().isEmpty()) {
            template.batchUpdate(
                    "INSERT INTO job_log (job_id, number, happened, zh, en) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    report.lines(),
                    report.lines().size(),
                    (row, line) -> {
                        row.setLong(1, report.id());
                        row.setInt(2, line.number());
                        row.setTimestamp(3, Timestamp.from(line.time()));
                        row.setString(4, line.text().zh());
                        row.setString(5, line.text().en());
                    });
        }
    }

    int nextLine(long id) {
        return jdbc.sql("SELECT coalesce(max(number), 0) + 1 FROM job_log WHERE job_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    public List<Job.LogLine> listLog(long id) {
        return jdbc.sql("SELECT number, happened, zh, en FROM job_log WHERE job_id = ? ORDER BY number")
                .param(id)
                .query((row, number) -> new Job.LogLine(
                        row.getInt("number"),
                        row.getTimestamp("happened").toInstant(),
                        new BilingualText(row.getString("zh"), row.getString("en"))))
                .list();
    }

    /** Forgets jobs of these kinds that ended so long ago; gives their ids. */
    List<Long> deleteEndedBefore(Instant limit, String kind) {
        return jdbc.sql("DELETE FROM job WHERE finished < ? AND kind = ? RETURNING id")
                .params(Timestamp.from(limit), kind)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Forgets the logs of all jobs that ended so long ago, also of those that stay. */
    int deleteLogsBefore(Instant limit) {
        return jdbc.sql("DELETE FROM job_log l USING job j WHERE j.id = l.job_id AND j.finished < ?")
                .param(Timestamp.from(limit))
                .update();
    }

    Job job(ResultSet row, int number) throws SQLException {
        String aboutType = row.getString("about_type");
        String resultName = row.getString("result_name");
        String errorCode = row.getString("error_code");
        String result = row.getString("result");
        return new Job(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("subject"),
                aboutType == null
                        ? Optional.empty()
                        : Optional.of(new JobRequest.About(aboutType, row.getString("about_id"))),
                facts(row.getString("parameters")),
                new JobOwner(
                        Actor.Kind.valueOf(row.getString("owner_kind")),
                        row.getInt("owner_account"),
                        row.getString("owner"),
                        row.getString("owner_address")),
                JobState.of(row.getString("state")),
                row.getDouble("progress"),
                new BilingualText(row.getString("message_zh"), row.getString("message_en")),
                Optional.<Duration>empty(),
                row.getLong("position"),
                row.getInt("attempts"),
                row.getBoolean("cancel_requested"),
                row.getTimestamp("requested").toInstant(),
                instant(row, "started"),
                instant(row, "finished"),
                result == null ? Map.of() : facts(result),
                resultName == null
                        ? Optional.empty()
                        : Optional.of(new Job.ResultFile(resultName, row.getString("result_type"))),
                errorCode == null
                        ? Optional.empty()
                        : Optional.of(new Job.Failure(
                                errorCode, new BilingualText(row.getString("error_zh"), row.getString("error_en")))),
                row.getLong("log_dropped"));
    }

    private Map<String, Object> facts(String text) {
        return json.readValue(text, FACTS);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** U+0000 can stand in a text but not in the database. */
    private static String clean(String text) {
        return text.replace('\0', ' ');
    }
}
