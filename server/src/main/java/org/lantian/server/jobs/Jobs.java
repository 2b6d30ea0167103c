package org.lantian.server.jobs;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The queue of jobs. */
public interface Jobs {

    /**
     * Puts a job at the end of its owner's queue, in the caller's transaction if there is one, and gives its id.
     *
     * @throws org.lantian.quantities.DomainException with status 429 when too many wait already
     */
    long submit(JobRequest request);

    Optional<Job> find(long id);

    /** Those of these that there are. */
    Map<Long, Job> find(Collection<Long> ids);

    /** Jobs of a kind that wait or run, the oldest first. */
    List<Job> listOpen(String kind);

    /** Cancels a job that waits or runs, in the name of whoever acts; one that has ended stays as it is. */
    Job cancel(long id);

    /** Waits until a job has ended. */
    Job await(long id, Consumer<Job> watcher) throws InterruptedException;
}
