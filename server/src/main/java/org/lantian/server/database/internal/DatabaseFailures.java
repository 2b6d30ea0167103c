package org.lantian.server.database.internal;

import java.nio.file.Path;
import java.util.Map;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainError;
import org.lantian.quantities.InputError;
import org.lantian.server.problem.StartFailure;

/** What can go wrong with the data directory and the database at start, each in one sentence with advice. */
public final class DatabaseFailures {

    private DatabaseFailures() {}

    public static DomainError notAFolder(Path path) {
        return failure(
                "start.data-dir-not-a-folder",
                "数据目录 " + path + " 不是文件夹，请用 --data-dir 指定另一个。",
                "The data directory " + path + " is not a folder; choose another with --data-dir.",
                path);
    }

    public static DomainError notWritable(Path path, Exception cause) {
        return failure(
                "start.data-dir-not-writable",
                "无法写入数据目录 " + path + "（" + cause.getMessage() + "），请检查权限与剩余空间，或用 --data-dir 指定另一个。",
                "The data directory " + path + " cannot be written (" + cause.getMessage()
                        + "); check permissions and free space, or choose another with --data-dir.",
                path);
    }

    public static DomainError inUse(Path path) {
        return failure(
                "start.data-dir-in-use",
                "数据目录 " + path + " 正被另一个运行中的蓝天使用，请先停止它，或用 --data-dir 指定另一个。",
                "The data directory " + path
                        + " is used by another running Lantian; stop that one, or choose another with --data-dir.",
                path);
    }

    public static DomainError otherMajor(Path path, String found, String ours) {
        return failure(
                "start.database-other-version",
                "数据目录 " + path + " 由 PostgreSQL " + found + " 建立，本程序带的是 PostgreSQL " + ours
                        + "：请用当时的版本导出，或用 --data-dir 指定另一个。",
                "The data directory " + path + " was made by PostgreSQL " + found + ", this Lantian brings PostgreSQL "
                        + ours + "; dump it with the version that made it, or choose another with --data-dir.",
                path);
    }

    public static DomainError foreignServer(Path path, long pid) {
        return failure(
                "start.database-in-use",
                "进程 " + pid + " 的数据库正在使用 " + path + "，且不是本程序启动的，请先停止它。",
                "A database that Lantian did not start (process " + pid + ") is using " + path + "; stop it first.",
                path);
    }

    public static DomainError noSpace(Path path, long freeMebibytes, long neededMebibytes) {
        return failure(
                "start.no-space",
                "数据目录 " + path + " 所在磁盘只剩 " + freeMebibytes + " MiB，至少需要 " + neededMebibytes
                        + " MiB，请腾出空间或用 --data-dir 指定另一个。",
                "The disk of the data directory " + path + " has only " + freeMebibytes + " MiB left, at least "
                        + neededMebibytes + " MiB are needed; free some space or choose another with --data-dir.",
                path);
    }

    public static DomainError noBinaries(String system) {
        return failure(
                "start.no-database-for-system",
                "本程序没有适用于 " + system + " 的 PostgreSQL，请用 --database-url 连接外部 PostgreSQL 15 或更新版本。",
                "Lantian brings no PostgreSQL for " + system
                        + "; use an external PostgreSQL 15 or newer with --database-url.",
                Path.of(""));
    }

    public static DomainError noNamespaces() {
        return failure(
                "start.no-user-namespaces",
                "此处禁止 root 使用用户命名空间（unshare --user），而 PostgreSQL 不能以 root 运行：请改用普通用户，或用 --database-url 连接外部 PostgreSQL。",
                "PostgreSQL does not run as root, and this system forbids root the user namespace it would step into"
                        + " (unshare --user): start as an ordinary user, or use an external database with --database-url.",
                Path.of(""));
    }

    public static DomainError didNotStart(Path path, String lastWords) {
        return failure(
                "start.database-failed",
                "数据库未能启动：" + lastWords + "（详见 " + path + "）。",
                "The database did not start: " + lastWords + " (see " + path + ").",
                path);
    }

    public static DomainError notReachable(String url, String reason) {
        return new StartFailure(
                "start.database-unreachable",
                new BilingualText(
                        "无法连接数据库 " + url + "：" + reason, "The database " + url + " cannot be reached: " + reason),
                Map.of("url", url));
    }

    public static DomainError tooOld(String url, String version) {
        return new StartFailure(
                "start.database-too-old",
                new BilingualText(
                        "数据库 " + url + " 的版本是 PostgreSQL " + version + "，需要 15 或更新版本。",
                        "The database " + url + " is PostgreSQL " + version + "; 15 or newer is needed."),
                Map.of("url", url, "version", version));
    }

    /** A wrong option, therefore no {@link StartFailure}. */
    public static DomainError badUrl() {
        return new InputError(
                "start.database-url",
                "--database-url",
                0,
                "",
                "",
                new BilingualText(
                        "形如 postgresql://用户:口令@主机:5432/库名 的地址（口令也可放在环境变量 LANTIAN_DATABASE_PASSWORD）",
                        "an address such as postgresql://user:password@host:5432/name (the password may stand in the"
                                + " environment variable LANTIAN_DATABASE_PASSWORD instead)"));
    }

    private static DomainError failure(String code, String zh, String en, Path path) {
        return new StartFailure(code, new BilingualText(zh, en), Map.of("path", path.toString()));
    }
}
