package org.lantian.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import picocli.CommandLine.Option;

/** Where the reference kit lies; a command takes it in as a {@code @Mixin}. */
final class KitOption {

    @Option(
            names = "--kit",
            paramLabel = "DIR",
            description = "参考资料文件夹，默认环境变量 LANTIAN_KIT / folder of the reference kit (default: LANTIAN_KIT)")
    private @Nullable Path kit;

    /** The folder, which holds the part that the command needs. */
    Path folder(String part) {
        String environment = System.getenv("LANTIAN_KIT");
        Path folder = kit != null ? kit : environment == null ? null : Path.of(environment);
        if (folder == null || !Files.isDirectory(folder.resolve(part))) {
            throw InputReport.wrongOption(
                    "--kit",
                    folder == null ? "" : folder.toString(),
                    new BilingualText(
                            "参考资料文件夹（含 " + part + "/）", "the folder of the reference kit (with " + part + "/ in it)"));
        }
        return folder;
    }
}
