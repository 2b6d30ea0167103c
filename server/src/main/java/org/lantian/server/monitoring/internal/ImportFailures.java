package org.lantian.server.monitoring.internal;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.problem.ApiError;

/** Why an import failed, in words. */
final class ImportFailures {

    /** SQLSTATE class 53 of PostgreSQL: insufficient resources; 53100 is a full disk. */
    private static final String DISK_FULL = "53100";

    static final ApiError NOTHING_ACCEPTABLE = error(
            "import.nothing-acceptable",
            "文件中没有可以导入的数据（全部被拒绝或跳过）",
            "the file has nothing that can be imported (all of it was rejected or skipped)");

    static final BilingualText NO_SPACE = new BilingualText(
            "磁盘空间不足，未写入任何数据；请腾出空间后重新导入",
            "no space left on the disk and nothing was stored; make room and import the file again");

    private ImportFailures() {}

    static DomainException fileGone() {
        return new DomainException(
                error("import.file-gone", "等待导入的文件已不存在", "the file that waited to be imported is gone"));
    }

    static ApiError strict(long rejected) {
        return error(
                "import.strict",
                "严格模式：有 " + rejected + " 个值不可接受，整个文件未导入",
                "strict: " + rejected + " values are not acceptable, so nothing of the file was imported");
    }

    static DomainException of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException domain) {
                return domain;
            }
            if (isDiskFull(cause)) {
                return new DomainException(new ApiError(507, "import.no-space", NO_SPACE, Map.of()), thrown);
            }
        }
        return new DomainException(
                error(
                        "import.fault",
                        "导入出错，未写入任何数据：" + describe(thrown),
                        "the import failed and nothing was stored: " + describe(thrown)),
                thrown);
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

    private static ApiError error(String code, String zh, String en) {
        return new ApiError(422, code, new BilingualText(zh, en), Map.of());
    }
}
