package org.lantian.server.identity.internal;

import java.util.Map;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.problem.ApiError;

/** Why a change to units or accounts is refused. */
final class Refusals {

    static final BilingualText UNIT = new BilingualText("机构", "unit");
    static final BilingualText USER = new BilingualText("账号", "user");

    private Refusals() {}

    static DomainException noUnit(int id) {
        return ApiError.notFound(UNIT, Integer.toString(id));
    }

    static DomainException noUser(int id) {
        return ApiError.notFound(USER, Integer.toString(id));
    }

    static DomainException noToken(int id) {
        return ApiError.notFound(new BilingualText("令牌", "token"), Integer.toString(id));
    }

    /** A field of the body is wrong: 400, to be shown at that field. */
    static DomainException field(String field, String value, String zh, String en) {
        return ApiError.badParameter(field, value, new BilingualText(zh, en));
    }

    /** The state of things does not allow it: 409. */
    static DomainException conflict(String code, String zh, String en) {
        return new DomainException(new ApiError(409, code, new BilingualText(zh, en), Map.of()));
    }

    /** Nobody may do this, whatever the roles: 403. */
    static DomainException forbidden(String code, String zh, String en) {
        return new DomainException(new ApiError(403, code, new BilingualText(zh, en), Map.of()));
    }
}
