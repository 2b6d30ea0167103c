package org.lantian.server.auditing.internal;

import java.util.List;
import java.util.Locale;
import org.lantian.audit.Anchor;
import org.lantian.server.audit.EventFilter;
import org.lantian.server.jobs.Jobs;
import org.springframework.stereotype.Component;

/** Begins the long work on the audit. */
@Component
public class AuditJobs {

    private final Jobs jobs;

    AuditJobs(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * Has the chain proved.
     *
     * @param anchors texts of anchor files kept elsewhere
     * @return id of the job
     * @throws org.lantian.quantities.DomainException when one of them is no anchor
     */
    public long verify(List<String> anchors) {
        for (int i = 0; i < anchors.size(); i++) {
            Anchor.parse("anchor " + (i + 1), anchors.get(i));
        }
        return jobs.submit(VerificationJob.request(anchors));
    }

    /** Has events exported and gives the job's id. */
    public long export(EventFilter filter, AuditExport.Format format, Locale language) {
        return jobs.submit(ExportJob.request(filter, format, language));
    }
}
