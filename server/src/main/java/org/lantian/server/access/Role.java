package org.lantian.server.access;

import org.lantian.quantities.BilingualText;

/** Part that a person plays in the campaign; what it may do stands in the {@link RoleMatrix}. */
public enum Role {
    /** 公众: whoever has not signed in. */
    PUBLIC("公众", "public"),
    /** 领导 */
    LEADER("领导", "leader"),
    /** 攻坚办: the campaign office of the city. */
    CITY_OFFICE("市攻坚办", "city campaign office"),
    /** 县区: staff of a county or functional area. */
    COUNTY("县区", "county"),
    /** 部门: staff of a department. */
    DEPARTMENT("部门", "department"),
    /** 执法检查人员 */
    INSPECTOR("检查人员", "inspector"),
    /** 企业 */
    PLANT("企业", "plant"),
    /** 系统管理员: accounts, units, operation. */
    SYSTEM_ADMINISTRATOR("系统管理员", "system administrator"),
    /** 安全管理员: who may do what. */
    SECURITY_ADMINISTRATOR("安全管理员", "security administrator"),
    /** 审计管理员: what was done. */
    AUDIT_ADMINISTRATOR("审计管理员", "audit administrator");

    private final BilingualText text;

    Role(String zh, String en) {
        this.text = new BilingualText(zh, en);
    }

    public BilingualText text() {
        return text;
    }
}
