package org.lantian.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Action;
import org.lantian.server.access.Actor;
import org.lantian.server.access.Role;
import org.lantian.server.access.RoleMatrix;
import org.lantian.server.access.Standing;
import org.lantian.server.identity.Accounts;
import org.lantian.server.identity.SignInSettings;
import org.lantian.server.identity.internal.OpenSession;
import org.lantian.server.identity.internal.PasswordProfile;
import org.lantian.server.identity.internal.PasswordRules;
import org.lantian.server.identity.internal.SessionContexts;
import org.lantian.server.problem.Languages;
import org.springframework.stereotype.Component;

/** Shows who is asking and what they may do. */
@Component
class SessionView {

    private static final ZoneOffset CITY_TIME = ZoneOffset.ofHours(8);

    private final Accounts accounts;
    private final RoleMatrix matrix;
    private final PasswordRules passwords;
    private final SignInSettings settings;

    SessionView(Accounts accounts, RoleMatrix matrix, PasswordRules passwords, SignInSettings settings) {
        this.accounts = accounts;
        this.matrix = matrix;
        this.passwords = passwords;
        this.settings = settings;
    }

    /** The unit of an account. */
    record SessionUnit(int id, String name) {}

    /**
     * What a new password must be.
     *
     * @param leastLength in characters
     * @param classes how many kinds of characters must occur, 0 for no such rule
     * @param changeDays after which it must be changed, null for never
     * @param breachedList whether passwords known from breaches are refused
     */
    record PasswordRulesView(
            String profile,
            int leastLength,
            int classes,
            @Nullable Integer changeDays,
            boolean breachedList) {}

    /**
     * Who is asking.
     *
     * @param username of who is signed in, null when nobody is
     * @param unit null for who belongs to none
     * @param actions what may be done now; the pages offer nothing else
     * @param standing what must be done first
     * @param secondFactor whether one is in force
     * @param ends when the session ends however much it is used, in city time
     * @param idleMinutes after which an unused session ends
     */
    record Session(
            @Nullable String username,
            @Nullable String displayName,
            @Nullable SessionUnit unit,
            List<Role> roles,
            List<Action> actions,
            Standing standing,
            boolean secondFactor,
            @Nullable OffsetDateTime ends,
            long idleMinutes,
            PasswordRulesView passwordRules) {}

    /** Of who acts on this thread. */
    Session of(HttpServletRequest request) {
        Actor actor = Actor.current();
        Optional<Accounts.Credentials> account = accounts.findCredentials(actor.accountId());
        Optional<OpenSession> session = SessionContexts.current(request);
        return new Session(
                actor.kind() == Actor.Kind.ANONYMOUS ? null : actor.name(),
                account.map(Accounts.Credentials::displayName).orElse(null),
                account.map(found -> unit(found, request)).orElse(null),
                actor.roles().stream().sorted().toList(),
                Arrays.stream(Action.values())
                        .filter(action -> matrix.allows(actor, action))
                        .toList(),
                actor.standing(),
                session.map(OpenSession::hasSecondFactor).orElse(false),
                session.map(open -> cityTime(open.opened().plus(settings.longest())))
                        .orElse(null),
                settings.idle().toMinutes(),
                passwordRules());
    }

    PasswordRulesView passwordRules() {
        PasswordProfile profile = passwords.profile();
        return new PasswordRulesView(
                profile.name(), profile.leastLength(), profile.classes(), profile.changeDays(), profile.breachedList());
    }

    static OffsetDateTime cityTime(Instant instant) {
        return instant.atOffset(CITY_TIME);
    }

    private static @Nullable SessionUnit unit(Accounts.Credentials account, HttpServletRequest request) {
        Integer id = account.unitId();
        if (id == null) {
            return null;
        }
        boolean chinese = Languages.of(request).getLanguage().equals("zh");
        String english = account.unitEn();
        String chosen = chinese || english == null || english.isEmpty() ? account.unitZh() : english;
        return new SessionUnit(id, String.valueOf(chosen));
    }
}
