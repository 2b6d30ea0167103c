package org.lantian.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.access.Actor;
import org.lantian.server.http.SecretAnswer;
import org.lantian.server.identity.internal.OwnSecondFactor;
import org.lantian.server.identity.internal.SecondFactors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The second factor: one's own, and that of somebody who lost it. */
@RestController
@Tag(name = "second factor")
class SecondFactorController {

    private final OwnSecondFactor own;

    SecondFactorController(OwnSecondFactor own) {
        this.own = own;
    }

    /**
     * How it stands with one's own second factor.
     *
     * @param since in city time, null while there is none
     * @param required whether one's roles require it
     */
    record SecondFactorState(boolean active, @Nullable OffsetDateTime since, boolean required, int recoveryCodesLeft) {}

    record PasswordOnly(@NotNull @Size(min = 1, max = 1000) String password) {

        @Override
        public String toString() {
            return "a password";
        }
    }

    record CodeOnly(@NotNull @Size(min = 1, max = 40) String code) {}

    record PasswordAndCode(
            @NotNull @Size(min = 1, max = 1000) String password,
            @NotNull @Size(min = 1, max = 40) String code) {

        @Override
        public String toString() {
            return "a password and a code";
        }
    }

    /** Each is good once; they are shown once. */
    record RecoveryCodes(List<String> recoveryCodes) {}

    /** Whose second factor is lost. */
    record LostFactor(@NotNull @Size(min = 1, max = 200) String username) {}

    @GetMapping("/api/v1/account/second-factor")
    @Access(Action.SECURE_OWN_ACCOUNT)
    @Operation(operationId = "ownSecondFactor", summary = "本人的第二因子 / one's own second factor")
    SecondFactorState state() {
        Actor actor = Actor.current();
        Optional<Instant> since = own.since(actor);
        return new SecondFactorState(
                since.isPresent(),
                since.map(SessionView::cityTime).orElse(null),
                own.isRequired(actor),
                own.recoveryCodesLeft(actor));
    }

    @PostMapping("/api/v1/account/second-factor")
    @Access(Action.SECURE_OWN_ACCOUNT)
    @SecretAnswer
    @Operation(operationId = "beginSecondFactor", summary = "开始设置第二因子 / begin to set up a second factor")
    SecondFactors.Offer begin(
            @RequestBody @Valid PasswordOnly body, HttpServletRequest request, HttpServletResponse response) {
        return own.begin(Actor.current(), body.password(), request, response);
    }

    @PostMapping("/api/v1/account/second-factor/confirmation")
    @Access(Action.SECURE_OWN_ACCOUNT)
    @SecretAnswer
    @Operation(operationId = "confirmSecondFactor", summary = "用首个验证码启用第二因子 / put it into force by a first code")
    RecoveryCodes confirm(@RequestBody @Valid CodeOnly body) {
        return new RecoveryCodes(own.confirm(Actor.current(), body.code()));
    }

    @PostMapping("/api/v1/account/second-factor/recovery-codes")
    @Access(Action.SECURE_OWN_ACCOUNT)
    @SecretAnswer
    @Operation(operationId = "renewRecoveryCodes", summary = "更换恢复码 / replace the recovery codes")
    RecoveryCodes renew(
            @RequestBody @Valid PasswordAndCode body, HttpServletRequest request, HttpServletResponse response) {
        return new RecoveryCodes(own.renew(Actor.current(), body.password(), body.code(), request, response));
    }

    @PostMapping("/api/v1/account/second-factor/removal")
    @Access(Action.SECURE_OWN_ACCOUNT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeSecondFactor", summary = "移除本人的第二因子 / remove one's own second factor")
    void remove(@RequestBody @Valid PasswordAndCode body, HttpServletRequest request, HttpServletResponse response) {
        own.remove(Actor.current(), body.password(), body.code(), request, response);
    }

    /** For who has lost device and codes; ends the account's sessions. */
    @PostMapping("/api/v1/second-factor-removals")
    @Access(Action.ASSIGN_ROLES)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "removeLostSecondFactor",
            summary = "移除他人遗失的第二因子 / remove the second factor that somebody lost")
    void removeLost(@RequestBody @Valid LostFactor lost) {
        own.removeLost(lost.username());
    }
}
