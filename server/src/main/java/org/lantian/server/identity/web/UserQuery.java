package org.lantian.server.identity.web;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Role;
import org.lantian.server.identity.AccountState;
import org.lantian.server.identity.internal.UserFilter;

/** Which accounts a list or an export is about; everything may be absent. */
record UserQuery(
        @Parameter(description = "用户名、姓名或机构名的一部分 / part of user name, name or unit") @Nullable @Size(max = 100)
        String q,

        @Parameter(description = "机构 / id of a unit") @Nullable
        Integer unit,

        @Parameter(description = "是否含下级机构，默认是 / with units below it, as usual") @Nullable
        Boolean below,

        @Parameter(description = "已授予（proposed=true 时为提请）的角色 / role held, or proposed if proposed=true") @Nullable
        Role role,

        @Parameter(description = "状态 / state") @Nullable AccountState state,

        @Parameter(description = "仅待授权 / only who waits for a role") @Nullable
        Boolean proposed) {

    UserFilter filter() {
        return new UserFilter(
                q == null ? "" : q.strip(), unit, below == null || below, role, state, proposed != null && proposed);
    }
}
