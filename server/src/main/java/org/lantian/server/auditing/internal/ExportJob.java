package org.lantian.server.auditing.internal;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lantian.quantities.BilingualText;
import org.lantian.server.access.Action;
import org.lantian.server.audit.EventFilter;
import org.lantian.server.auditing.internal.AuditExport.Format;
import org.lantian.server.jobs.Job;
import org.lantian.server.jobs.JobHandler;
import org.lantian.server.jobs.JobRequest;
import org.lantian.server.jobs.JobRun;
import org.springframework.stereotype.Component;

/** A large export of the audit, with its file as the result. */
@Component
class ExportJob implements JobHandler {

    static final String KIND = "audit-export";

    private static final int REPORT_EVERY = 500;

    private final AuditExport export;

    ExportJob(AuditExport export) {
        this.export = export;
    }

    /** What has to be known to do it. */
    static JobRequest request(EventFilter filter, Format format, Locale language) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("filter", filter.asked());
        parameters.put("format", format.name());
        parameters.put("language", language.getLanguage());
        return JobRequest.of(KIND, "lantian-audit." + format.suffix() + " " + AuditExport.describe(filter))
                .with(parameters);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public BilingualText title() {
        return new BilingualText("导出审计日志", "Export of the audit");
    }

    @Override
    public boolean isRepeatable(Job job) {
        return true;
    }

    /** The file holds what only auditors may see: not longer than it takes to fetch it. */
    @Override
    public Optional<Duration> kept() {
        return Optional.of(Duration.ofDays(7));
    }

    /** A system administrator sees all jobs, but not the audit. */
    @Override
    public Optional<Action> resultNeeds() {
        return Optional.of(Action.EXPORT_AUDIT);
    }

    @Override
    public Map<String, Object> run(JobRun run) throws Exception {
        Map<String, Object> parameters = run.job().parameters();
        EventFilter filter = EventFilter.of(
                parameters.get("filter") instanceof Map<?, ?> asked ? texts(asked) : Map.<String, Object>of());
        Format format = Format.valueOf(String.valueOf(parameters.get("format")));
        Locale language = Locale.of(String.valueOf(parameters.get("language")));
        long all = Math.max(1, export.count(filter));
        export.record(filter, format, all);
        Path file = run.resultFile("lantian-audit." + format.suffix(), format.mediaType());
        long[] written = new long[1];
        try (OutputStream out = Files.newOutputStream(file)) {
            export.write(filter, format, language, out, count -> {
                written[0] = count;
                if (count % REPORT_EVERY == 0) {
                    run.progress(
                            Math.min(1.0, (double) count / all),
                            new BilingualText(count + " / " + all + " 个事件", count + " of " + all + " events"));
                }
            });
        }
        return Map.of("events", written[0], "bytes", Files.size(file));
    }

    private static Map<String, Object> texts(Map<?, ?> asked) {
        Map<String, Object> texts = new LinkedHashMap<>();
        asked.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
        return texts;
    }
}
