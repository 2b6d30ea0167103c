package org.lantian.server.jobs;

import java.nio.file.Path;
import java.util.Map;
import org.lantian.quantities.BilingualText;

/** The line between a running job and whoever watches or stops it. */
public interface JobRun {

    Job job();

    /**
     * Tells how far the work is; cheap, may be called often.
     *
     * @param done part that is done, 0–1
     * @param note what is being worked on
     * @throws java.util.concurrent.CancellationException when the job is to end
     */
    void progress(double done, BilingualText note);

    /** Adds a line to the log; at most a thousand are kept. */
    void log(BilingualText line);

    /**
     * Asks whether to go on.
     *
     * @throws java.util.concurrent.CancellationException when the job is to end
     */
    void check();

    /** Whether the job is to end: somebody cancelled it, or the server stops. */
    boolean isEnding();

    /**
     * Has something done at once, in another thread, when the job is to end: such as breaking off a statement that the
     * database is working on. Replaces what was registered before.
     */
    void onEnding(Runnable breakOff);

    /**
     * Ends the job as done within the present transaction: work and job are committed together or not at all. Without it
     * the job is done when {@link JobHandler#run} has returned, which a crash may come between.
     */
    void complete(Map<String, Object> result);

    /**
     * Where to write a file that is to come of the job.
     *
     * @param name for whoever saves it
     * @param mediaType what it is
     */
    Path resultFile(String name, String mediaType);
}
