package org.lantian.server.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every password, token and session that the tests have sent or been given, so that the audit can be searched for them. */
final class UsedSecrets {

    private static final int SHORTEST = 8;

    private static final Pattern NAMED = Pattern.compile(
            "\"(?:password|currentPassword|newPassword|initialPassword|token|secret)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){8,})\"");
    private static final Pattern RECOVERY_CODE = Pattern.compile("\"([A-Z2-9]{5}-[A-Z2-9]{5})\"");

    private static final Set<String> ALL = ConcurrentHashMap.newKeySet(); // for the whole run: a secret stays one

    private UsedSecrets() {}

    /** Takes the secrets out of a body that was sent or received. */
    static void noteIn(String json) {
        for (Pattern pattern : new Pattern[] {NAMED, RECOVERY_CODE}) {
            Matcher matcher = pattern.matcher(json);
            while (matcher.find()) {
                note(matcher.group(1));
            }
        }
    }

    static void note(String secret) {
        if (secret.length() >= SHORTEST && !secret.startsWith("[已遮盖")) { // what the audit blanked is none any more
            ALL.add(secret);
        }
    }

    static Set<String> all() {
        return ALL;
    }
}
