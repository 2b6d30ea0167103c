package org.lantian.server.auditing.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lantian.audit.Anchor;
import org.lantian.audit.AnchorCheck;
import org.lantian.audit.Verification;
import org.lantian.quantities.BilingualText;
import org.lantian.server.audit.AuditChain;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.jobs.Job;
import org.lantian.server.jobs.JobHandler;
import org.lantian.server.jobs.JobRequest;
import org.lantian.server.jobs.JobRun;
import org.springframework.stereotype.Component;

/** Proves the chain, and says so in it. */
@Component
class VerificationJob implements JobHandler {

    static final String KIND = "audit-verification";

    private final AuditChain chain;
    private final AuditLog audit;

    VerificationJob(AuditChain chain, AuditLog audit) {
        this.chain = chain;
        this.audit = audit;
    }

    /** What has to be known to do it. */
    static JobRequest request(List<String> anchors) {
        return JobRequest.of(KIND, "").about("audit", "chain").with(Map.of("anchors", List.copyOf(anchors)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public BilingualText title() {
        return new BilingualText("验证审计链", "Proof of the audit chain");
    }

    @Override
    public boolean isRepeatable(Job job) {
        return true;
    }

    @Override
    public Map<String, Object> run(JobRun run) {
        List<Anchor> anchors = new ArrayList<>();
        if (run.job().parameters().get("anchors") instanceof List<?> texts) {
            for (Object text : texts) {
                anchors.add(Anchor.parse("anchor " + (anchors.size() + 1), String.valueOf(text)));
            }
        }
        long all = Math.max(1, chain.head().map(AuditChain.Head::sequence).orElse(0L));
        long began = System.nanoTime();
        Verification proof = chain.prove(
                anchors,
                events -> run.progress(
                        Math.min(1.0, (double) events / all),
                        new BilingualText(events + " / " + all + " 个事件", events + " of " + all + " events")));
        Map<String, Object> result = result(proof, (System.nanoTime() - began) / 1e9);
        audit.recordAlone(Event.of("audit.verified")
                .on(EntityRef.of("audit", "chain"), "")
                .after(result));
        return result;
    }

    private static Map<String, Object> result(Verification proof, double seconds) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ok", proof.ok());
        result.put("events", proof.events());
        result.put("lastSequence", proof.lastSequence());
        result.put("lastHash", proof.lastHash());
        result.put("seconds", Math.round(seconds * 1000) / 1000.0);
        proof.finding().ifPresent(finding -> {
            result.put("kind", finding.kind().name());
            result.put("sequence", finding.sequence());
            result.put("textZh", finding.text().zh());
            result.put("textEn", finding.text().en());
        });
        List<Map<String, Object>> checks = new ArrayList<>();
        for (AnchorCheck check : proof.anchors()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("sequence", check.anchor().sequence());
            row.put("issued", check.anchor().issued());
            row.put("state", check.state().name());
            checks.add(row);
        }
        result.put("anchors", checks);
        return result;
    }
}
