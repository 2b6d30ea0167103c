package org.lantian.server.monitoring.internal;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;

/** Why an import failed, in words. */
final class ImportFailures {

    /** SQLSTATE class 53 of PostgreSQL: insufficient resources; 53100 is a full disk. */
    private static final String DISK_FULL = "53100";

    static final ImportRow.Failure INTERRUPTED = error(
            "import.interrupted",
            "服务器在导入途中停止，未写入任何数据；请重新导入",
            "the server stopped during the import and nothing was stored; please import the file again");

    static final ImportRow.Failure FILE_GONE =
            error("import.file-gone", "等待导入的文件已不存在", "the file that waited to be imported is gone");

    static final ImportRow.Failure NOTHING_ACCEPTABLE = error(
            "import.nothing-acceptable",
            "文件中没有可以导入的数据（全部被拒绝或跳过）",
            "the file has nothing that can be imported (all of it was rejected or skipped)");

    static final BilingualText NO_SPACE = new BilingualText(
            "磁盘空间不足，未写入任何数据；请腾出空间后重新导入",
            "no space left on the disk and nothing was stored; make room and import the file again");

    private ImportFailures() {}

    static ImportRow.Failure strict(long rejected) {
        return error(
                "import.strict",
                "严格模式：有 " + rejected + " 个值不可接受，整个文件未导入",
                "strict: " + rejected + " values are not acceptable, so nothing of the file was imported");
    }

    static ImportRow.Failure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException domain) {
                return new ImportRow.Failure(
                        domain.error().code(), domain.error().message());
            }
            if (isDiskFull(cause)) {
                return new ImportRow.Failure("import.no-space", NO_SPACE);
            }
        }
        return error(
                "import.fault",
                "导入出错，未写入任何数据：" + describe(thrown),
                "the import failed and nothing was stored: " + describe(thrown));
    }

    static boolean isDiskFull(Throwable cause) {
        return (cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState()))
                || (cause instanceof IOException
                        && String.valueOf(cause.getMessage()).contains("No space left"));
    }

    private static String describe(@Nullable Throwable thrown) {
        return thrown == null
                ? ""
                : String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
    }

    private static ImportRow.Failure error(String code, String zh, String en) {
        return new ImportRow.Failure(code, new BilingualText(zh, en));
    }
}
