package org.lantian.server.files.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.files.FileKind;
import org.lantian.server.problem.ApiError;

/** Why a file is not taken or not given, in words. */
final class FileErrors {

    static final BilingualText FILE = new BilingualText("文件", "file");

    private FileErrors() {}

    static DomainException notFound(String sha256) {
        return ApiError.notFound(FILE, sha256);
    }

    static DomainException noEntity(String type, String id) {
        return ApiError.notFound(new BilingualText("可附加文件的对象", "thing to attach files to"), type + " " + id);
    }

    static DomainException unknownEnding(String name) {
        String zh = kinds(kind -> kind.text().zh(), "、");
        String en = kinds(kind -> kind.text().en(), ", ");
        return refusal(
                415,
                "files.type",
                "文件“" + name + "”的类型不在允许之列；允许：" + zh + "。",
                "The file \"" + name + "\" is of no kind that is taken; taken are " + en + ".",
                Map.of("name", name));
    }

    static DomainException otherContent(String name, String detected) {
        return refusal(
                415,
                "files.content",
                "文件“" + name + "”的内容与扩展名不符（内容像是 " + detected + "），请核对后重新上传。",
                "The content of \"" + name + "\" is not what its name says (it looks like " + detected
                        + "); check it and upload again.",
                Map.of("name", name, "detected", detected));
    }

    static DomainException broken(String name, String zh, String en) {
        return refusal(
                415,
                "files.broken",
                "文件“" + name + "”不可接受：" + zh + "。",
                "The file \"" + name + "\" is not acceptable: " + en + ".",
                Map.of("name", name));
    }

    static DomainException empty(String name) {
        return refusal(
                400,
                "files.empty",
                "文件“" + name + "”是空的。",
                "The file \"" + name + "\" is empty.",
                Map.of("name", name));
    }

    static DomainException tooLarge(String name, long mostBytes) {
        return refusal(
                413,
                "files.too-large",
                "文件“" + name + "”超过此类文件的上限 " + (mostBytes >> 20) + " MiB。",
                "The file \"" + name + "\" is larger than files of its kind may be: " + (mostBytes >> 20) + " MiB.",
                Map.of("name", name, "mostBytes", mostBytes));
    }

    static DomainException quota(long used, long quota) {
        return refusal(
                413,
                "files.quota",
                "您的文件空间不足：已用 " + (used >> 20) + " MiB，共 " + (quota >> 20) + " MiB。",
                "Your space for files is used up: " + (used >> 20) + " of " + (quota >> 20) + " MiB.",
                Map.of("usedBytes", used, "quotaBytes", quota));
    }

    static DomainException noSpace() {
        return refusal(
                507,
                "files.no-space",
                "服务器磁盘空间不足，文件未保存；请稍后再试或联系管理员。",
                "The server's disk is full and the file was not kept; try later or ask the administrator.",
                Map.of());
    }

    static DomainException damaged(String sha256) {
        return refusal(
                500,
                "files.damaged",
                "文件的存储内容缺失或已被改动，不予提供；请联系管理员检查文件库。",
                "The stored bytes are missing or were changed, so they are not given out; ask the administrator to check"
                        + " the file store.",
                Map.of("sha256", sha256));
    }

    static DomainException noPicture(String sha256) {
        return refusal(
                415,
                "files.no-picture",
                "此文件不是可以显示的图片。",
                "This file is no picture that can be shown.",
                Map.of("sha256", sha256));
    }

    static DomainException busy() {
        return refusal(
                503, "files.busy", "正在处理的图片过多，请稍后再试。", "Too many pictures are being worked on; try again.", Map.of());
    }

    private static String kinds(java.util.function.Function<FileKind, String> text, String separator) {
        return Arrays.stream(FileKind.values()).map(text).collect(Collectors.joining(separator));
    }

    private static DomainException refusal(int status, String code, String zh, String en, Map<String, Object> facts) {
        return new DomainException(new ApiError(status, code, new BilingualText(zh, en), facts));
    }
}
