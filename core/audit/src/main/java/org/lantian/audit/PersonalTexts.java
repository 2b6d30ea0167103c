package org.lantian.audit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the personal texts kept beside an event with the digests in it. */
final class PersonalTexts {

    private PersonalTexts() {}

    /** The first text that is not as it was chained; null when all are, or are erased in time. */
    static @Nullable Finding check(ChainedEvent event, List<KeptText> texts, LocalDate today) {
        boolean none = event.personal() == null || event.personal().isEmpty();
        if (none && texts.isEmpty()) {
            return null;
        }
        Map<String, KeptText> kept = new HashMap<>();
        for (KeptText text : texts) {
            kept.put(text.name(), text);
        }
        for (PersonalDigest digest : PersonalDigest.parse(event.personal()).orElse(List.of())) {
            Finding finding = check(event.sequence(), digest, kept.remove(digest.name()), today);
            if (finding != null) {
                return finding;
            }
        }
        return kept.isEmpty()
                ? null
                : Findings.text(
                        event.sequence(),
                        kept.keySet().iterator().next(),
                        "不在事件之内：是插入的。",
                        "is not part of the event: it was inserted.");
    }

    private static @Nullable Finding check(
            long sequence, PersonalDigest digest, @Nullable KeptText kept, LocalDate today) {
        if (kept == null) {
            return Findings.text(sequence, digest.name(), "的记录被删除。", "has lost its row.");
        }
        String salt = kept.salt();
        String text = kept.text();
        if (salt == null || text == null) {
            return digest.keepUntil().isBefore(today)
                    ? null
                    : Findings.text(
                            sequence,
                            digest.name(),
                            "在保存期（至 " + digest.keepUntil() + "）内被删除。",
                            "was erased before its time (kept until " + digest.keepUntil() + ").");
        }
        return digest.matches(salt, text) ? null : Findings.text(sequence, digest.name(), "被改动。", "was changed.");
    }
}
