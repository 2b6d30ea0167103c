package org.lantian.server.assessment.internal;

import java.util.Map;
import org.lantian.quantities.BilingualText;
import org.lantian.server.jobs.Job;
import org.lantian.server.jobs.JobHandler;
import org.lantian.server.jobs.JobRun;
import org.springframework.stereotype.Component;

/** Computes very many daily values as a job that can be watched, such as those of the first start or after a new rule. */
@Component
class DayJobs implements JobHandler {

    static final String KIND = "air-days";

    private final DayComputation computation;
    private final PendingDays pending;
    private final DayUpkeep upkeep;

    DayJobs(DayComputation computation, PendingDays pending, DayUpkeep upkeep) {
        this.computation = computation;
        this.pending = pending;
        this.upkeep = upkeep;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public BilingualText title() {
        return new BilingualText("计算日均值", "computation of daily values");
    }

    /** What is not computed is still marked as changed. */
    @Override
    public boolean isRepeatable(Job job) {
        return true;
    }

    @Override
    public Map<String, Object> run(JobRun run) {
        long done = 0;
        for (int batch = computation.computeBatch(); batch > 0; batch = computation.computeBatch()) {
            done += batch;
            long all = done + pending.count();
            run.progress(
                    (double) done / all,
                    new BilingualText("站日 " + done + " / " + all, "station-days " + done + " / " + all));
        }
        return Map.of("stationDays", done);
    }

    /** What changed while the job ended is looked for at once. */
    @Override
    public void ended(Job job) {
        upkeep.wakeUp();
    }
}
