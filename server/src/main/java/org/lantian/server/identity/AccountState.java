package org.lantian.server.identity;

import java.util.Arrays;
import java.util.Locale;
import org.lantian.quantities.BilingualText;

/** How far an account's life has come. */
public enum AccountState {
    /** Made, but no role is granted yet: cannot sign in. */
    PENDING("待授权", "waiting for roles"),
    ACTIVE("正常", "active"),
    /** Cannot sign in, has no sessions and no tokens. */
    DISABLED("已停用", "disabled");

    private final BilingualText text;

    AccountState(String zh, String en) {
        this.text = new BilingualText(zh, en);
    }

    public BilingualText text() {
        return text;
    }

    /** The word in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AccountState of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
