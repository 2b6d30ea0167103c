package org.lantian.cli;

import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;

/**
 * A command that was used correctly and still failed: exit code 1 and one sentence. Wrong input is a
 * {@link org.lantian.quantities.DomainException} instead: exit code 2.
 */
public final class CommandFailure extends RuntimeException {

    private final transient BilingualText text;
    private final int exitCode;

    public CommandFailure(BilingualText text) {
        this(text, null);
    }

    public CommandFailure(BilingualText text, @Nullable Throwable cause) {
        super(text.en(), cause);
        this.text = text;
        this.exitCode = Lantian.FAILED;
    }

    /** Takes over the exit code of another process. */
    public CommandFailure(BilingualText text, int exitCode) {
        super(text.en());
        this.text = text;
        this.exitCode = exitCode;
    }

    /** What happened and what to do, for the person. */
    public BilingualText text() {
        return text;
    }

    public int exitCode() {
        return exitCode;
    }
}
