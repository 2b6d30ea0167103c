package org.lantian.server.problem.internal;

import org.lantian.quantities.BilingualText;

/** Texts for bare HTTP statuses. */
public final class StatusTexts {

    private StatusTexts() {}

    public static String code(int status) {
        return switch (status) {
            case 400 -> "bad-request";
            case 401 -> "login-needed";
            case 403 -> "not-allowed";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 409 -> "conflict";
            case 413 -> "too-large";
            case 412 -> "stale-version";
            case 414 -> "address-too-long";
            case 415 -> "unsupported-media-type";
            case 428 -> "version-needed";
            case 431 -> "headers-too-large";
            case 429 -> "too-many-requests";
            case 503 -> "overloaded";
            default -> status >= 500 ? "internal-error" : "bad-request";
        };
    }

    public static BilingualText title(int status) {
        return switch (status) {
            case 401 -> new BilingualText("需要登录", "Login needed");
            case 403 -> new BilingualText("不允许", "Not allowed");
            case 404 -> new BilingualText("未找到", "Not found");
            case 405 -> new BilingualText("方法不支持", "Method not allowed");
            case 406 -> new BilingualText("格式不支持", "Format not available");
            case 409 -> new BilingualText("冲突", "Conflict");
            case 412 -> new BilingualText("已被修改", "Changed meanwhile");
            case 413 -> new BilingualText("内容过大", "Too large");
            case 415 -> new BilingualText("内容类型不支持", "Unsupported media type");
            case 422 -> new BilingualText("无法处理", "Cannot be processed");
            case 428 -> new BilingualText("须注明版本", "Version needed");
            case 429 -> new BilingualText("请求过多", "Too many requests");
            case 503 -> new BilingualText("暂时繁忙", "Overloaded");
            default ->
                status >= 500
                        ? new BilingualText("服务器内部错误", "Internal error")
                        : new BilingualText("请求有误", "Bad request");
        };
    }

    public static BilingualText detail(int status) {
        return switch (status) {
            case 401 -> new BilingualText("请先登录。", "Sign in first.");
            case 403 -> new BilingualText("您的角色不允许此操作。", "Your roles do not allow this.");
            case 404 -> new BilingualText("此地址下没有内容。", "There is nothing at this address.");
            case 405 -> new BilingualText("此地址不支持该方法。", "This address does not support the method.");
            case 406 -> new BilingualText("无法以所要求的格式给出内容。", "The content is not available in the format asked for.");
            case 413 -> new BilingualText("上传内容超过上限 200 MB。", "The upload exceeds the limit of 200 MB.");
            case 415 -> new BilingualText("此地址不接受该内容类型。", "This address does not accept the content type.");
            case 503 -> new BilingualText("服务器正忙或正在停止，请稍后再试。", "The server is busy or stopping; try again shortly.");
            default ->
                status >= 500
                        ? new BilingualText(
                                "服务器出错，已记入日志，请把请求编号告诉管理员。",
                                "The server failed and logged it; give the request id to your administrator.")
                        : new BilingualText("请求无法理解。", "The request cannot be understood.");
        };
    }
}
