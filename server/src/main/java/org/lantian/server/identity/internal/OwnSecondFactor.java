package org.lantian.server.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lantian.quantities.BilingualText;
import org.lantian.server.access.Actor;
import org.lantian.server.identity.Accounts;
import org.springframework.stereotype.Service;

/** What a person does with their second factor: each step asks for the password again, and for a code where there is one. */
@Service
public class OwnSecondFactor {

    private final SecondFactors factors;
    private final StandingRule standing;
    private final SignIn signIn;
    private final Passwords passwords;
    private final SessionRepository sessions;

    OwnSecondFactor(
            SecondFactors factors,
            StandingRule standing,
            SignIn signIn,
            Passwords passwords,
            SessionRepository sessions) {
        this.factors = factors;
        this.standing = standing;
        this.signIn = signIn;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    public Optional<Instant> since(Actor owner) {
        return Optional.ofNullable(factors.since(owner.accountId()));
    }

    public boolean isRequired(Actor owner) {
        return standing.requiresSecondFactor(owner.roles());
    }

    public int recoveryCodesLeft(Actor owner) {
        return factors.recoveryCodesLeft(owner.accountId());
    }

    public SecondFactors.Offer begin(
            Actor owner, String password, HttpServletRequest request, HttpServletResponse response) {
        signIn.confirmPassword(owner, password, request, response);
        return factors.begin(owner);
    }

    public List<String> confirm(Actor owner, String code) {
        return factors.confirm(owner, code);
    }

    public List<String> renew(
            Actor owner, String password, String code, HttpServletRequest request, HttpServletResponse response) {
        signIn.confirmPasswordAndCode(owner, password, code, request, response);
        return factors.renewCodes(owner);
    }

    public void remove(
            Actor owner, String password, String code, HttpServletRequest request, HttpServletResponse response) {
        signIn.confirmPasswordAndCode(owner, password, code, request, response);
        if (isRequired(owner)) {
            throw SecondFactors.conflict(
                    "identity.second-factor-required",
                    new BilingualText(
                            "您的角色须使用第二因子，不能移除。", "Your roles require a second factor; it cannot be removed."));
        }
        factors.remove(owner.accountId(), owner.name());
    }

    /** Of somebody who lost device and codes; their sessions end. */
    public void removeLost(String username) {
        Accounts.Credentials account = passwords.accountBelow(username);
        if (factors.remove(account.accountId(), account.username())) {
            sessions.deleteAll(account.accountId(), null);
        }
    }
}
