package org.lantian.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.access.Actor;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.lantian.server.http.SecretAnswer;
import org.lantian.server.http.SortedBy;
import org.lantian.server.identity.internal.MachineToken;
import org.lantian.server.identity.internal.MachineTokens;
import org.lantian.server.identity.internal.UserService;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tokens for machines: one's own, and those of others for who keeps accounts. */
@RestController
@Tag(name = "tokens")
class TokenController {

    private final MachineTokens tokens;
    private final UserService users;

    TokenController(MachineTokens tokens, UserService users) {
        this.tokens = tokens;
        this.users = users;
    }

    /**
     * A token without its secret.
     *
     * @param prefix how it begins
     * @param actions to which it is limited
     * @param expires null when it is good until revoked
     * @param lastUsed to the minute, null when never
     * @param revoked null while it is good
     */
    record TokenView(
            int id,
            String name,
            String prefix,
            List<Action> actions,
            OffsetDateTime created,
            @Nullable OffsetDateTime expires,
            @Nullable OffsetDateTime lastUsed,
            @Nullable OffsetDateTime revoked) {

        static TokenView of(MachineToken token) {
            return new TokenView(
                    token.id(),
                    token.name(),
                    token.prefix(),
                    token.actions(),
                    token.created(),
                    token.expires(),
                    token.lastUsed(),
                    token.revoked());
        }
    }

    /** A token to be. */
    record NewToken(
            @NotNull @Size(max = 100) String name,
            @NotNull Set<Action> actions,
            @Nullable OffsetDateTime expires) {}

    /** A new token; the secret is shown this once. */
    record CreatedToken(String token, TokenView view) {}

    @GetMapping("/api/v1/account/tokens")
    @Access(Action.USE_OWN_ACCOUNT)
    @SortedBy("-id")
    @Operation(operationId = "listOwnTokens", summary = "本人的令牌 / one's own tokens")
    Page<TokenView> own(@ParameterObject PageQuery page) {
        return tokens.list(Actor.current().accountId(), page).map(TokenView::of);
    }

    @PostMapping("/api/v1/account/tokens")
    @Access(Action.USE_OWN_ACCOUNT)
    @SecretAnswer
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createToken", summary = "创建令牌（只显示一次） / make a token, shown once")
    CreatedToken create(@RequestBody @Valid NewToken fresh) {
        MachineTokens.Fresh made = tokens.create(
                fresh.name(),
                fresh.actions(),
                fresh.expires() == null ? null : fresh.expires().toInstant());
        return new CreatedToken(made.secret(), TokenView.of(made.token()));
    }

    @DeleteMapping("/api/v1/account/tokens/{id}")
    @Access(Action.USE_OWN_ACCOUNT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "revokeOwnToken", summary = "撤销本人令牌 / revoke one's own token")
    void revokeOwn(@PathVariable int id) {
        tokens.revoke(Actor.current().accountId(), id, "");
    }

    @GetMapping("/api/v1/users/{id}/tokens")
    @Access(Action.EDIT_PEOPLE)
    @SortedBy("-id")
    @Operation(operationId = "listTokens", summary = "某账号的令牌 / tokens of an account")
    Page<TokenView> list(@PathVariable int id, @ParameterObject PageQuery page) {
        return tokens.list(users.get(id).id(), page).map(TokenView::of);
    }

    @DeleteMapping("/api/v1/users/{id}/tokens/{token}")
    @Access(Action.EDIT_PEOPLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "revokeToken", summary = "撤销某账号的令牌 / revoke a token of an account")
    void revoke(@PathVariable int id, @PathVariable int token) {
        tokens.revoke(users.get(id).id(), token, "");
    }
}
