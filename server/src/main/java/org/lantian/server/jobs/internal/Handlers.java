package org.lantian.server.jobs.internal;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lantian.quantities.BilingualText;
import org.lantian.server.access.Actor;
import org.lantian.server.access.RoleMatrix;
import org.lantian.server.jobs.Job;
import org.lantian.server.jobs.JobHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who does the jobs of each kind. Asked late, because a handler may itself need the queue. */
@Component
public class Handlers {

    private final ObjectProvider<JobHandler> beans;
    private final RoleMatrix matrix;

    Handlers(ObjectProvider<JobHandler> beans, RoleMatrix matrix) {
        this.beans = beans;
        this.matrix = matrix;
    }

    public Collection<JobHandler> all() {
        return byKind().values();
    }

    Map<String, JobHandler> byKind() {
        Map<String, JobHandler> handlers = new TreeMap<>();
        beans.forEach(handler -> {
            if (handlers.put(handler.kind(), handler) != null) {
                throw new IllegalStateException("two handlers for jobs of kind " + handler.kind());
            }
        });
        return handlers;
    }

    /** Whether who sees this job may also have the file that came of it. */
    public boolean mayFetch(Job job, Actor actor) {
        return find(job.kind())
                .flatMap(JobHandler::resultNeeds)
                .map(action -> matrix.allows(actor, action))
                .orElse(true);
    }

    Optional<JobHandler> find(String kind) {
        return beans.stream().filter(handler -> handler.kind().equals(kind)).findFirst();
    }

    /** What jobs of this kind do; the kind itself when no handler is left for it. */
    public BilingualText title(String kind) {
        return find(kind).map(JobHandler::title).orElse(new BilingualText(kind, kind));
    }
}
