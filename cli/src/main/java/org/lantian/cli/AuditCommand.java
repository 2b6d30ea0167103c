package org.lantian.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of commands {@code lantian audit …}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "审计链：验证、锚点 / the audit chain: proof, anchors",
        subcommands = {AuditVerifyCommand.class, AuditAnchorCommand.class})
final class AuditCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "命令缺失 / missing command: audit …");
    }
}
