package org.lantian.server.access;

import org.lantian.quantities.BilingualText;

/** What can be done; each endpoint names one. Who may do it stands in the {@link RoleMatrix}. */
public enum Action {
    READ_AIR("查看空气质量与城市资料", "see air quality and the city's facts"),
    SIGN_IN("登录与退出", "sign in and out"),
    /** Also before a new password is chosen or a second factor is set up. */
    SECURE_OWN_ACCOUNT("修改本人密码与第二因子", "change one's own password and second factor"),
    USE_OWN_ACCOUNT("管理本人会话与令牌", "manage one's own sessions and tokens"),
    READ_DATA("查看数据看板、导入与修订", "see data board, imports and revisions"),
    IMPORT_AIR("导入监测数据", "import monitoring data"),
    LIST_PEOPLE("查看机构与人员", "see units and people"),
    READ_CONTACTS("查看完整联系方式", "see telephone and e-mail in full"),
    EXPORT_PEOPLE("导出人员名单", "export the list of users"),
    READ_PEOPLE_HISTORY("查看机构与账号的变更历史", "see the history of units and accounts"),
    EDIT_PEOPLE("维护机构与账号", "keep units and accounts"),
    ASSIGN_ROLES("授予与收回角色", "grant and withdraw roles"),
    READ_MATRIX("查看权限表", "see the matrix of roles"),
    READ_AUDIT("查询审计日志", "search the audit log"),
    EXPORT_AUDIT("导出审计日志与锚点", "export the audit log and its anchors"),
    READ_OWN_JOBS("查看与取消本人任务", "see and cancel one's own jobs"),
    READ_ALL_JOBS("查看与取消所有任务", "see and cancel all jobs"),
    USE_FILES("上传与查看文件", "upload and see files"),
    CHECK_FILES("检查文件库", "check the file store"),
    DESCRIBE_API("查看接口说明", "see the description of the API"),
    READ_METRICS("查看运行指标", "see metrics of operation"),
    /** Only with the secret that lies in the data directory. */
    COMMAND_THIS_MACHINE("在本机命令行操作", "command this machine");

    private final BilingualText text;

    Action(String zh, String en) {
        this.text = new BilingualText(zh, en);
    }

    public BilingualText text() {
        return text;
    }
}
