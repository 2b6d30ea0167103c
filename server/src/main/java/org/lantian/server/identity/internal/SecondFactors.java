package org.lantian.server.identity.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.access.Actor;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.problem.ApiError;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The second factor of an account: setting up, checking, renewing recovery codes, removing. */
@Service
public class SecondFactors {

    /** 160 bits, as RFC 4226 §4 recommends. */
    private static final int SECRET_BYTES = 20;

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LENGTH = 10;

    /** No characters that look alike; ten of them carry 50 bits of chance. */
    private static final String RECOVERY_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final Pattern TOTP_CODE = Pattern.compile("\\d{" + Totp.DIGITS + "}");

    private final SecondFactorRepository factors;
    private final SecondFactorKey key;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Totp totp = new Totp();
    private final SecureRandom random = new SecureRandom();

    SecondFactors(
            SecondFactorRepository factors,
            SecondFactorKey key,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.factors = factors;
        this.key = key;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A secret to be copied into an application, shown once.
     *
     * @param secret in Base32
     * @param uri the same for a picture to be scanned
     */
    public record Offer(String secret, String uri) {

        @Override
        public String toString() {
            return "a secret";
        }
    }

    /** Since when there is one in force; null when there is none. */
    public @Nullable Instant since(int accountId) {
        return factors.find(accountId)
                .map(SecondFactorRepository.Stored::confirmed)
                .orElse(null);
    }

    public boolean isInForce(int accountId) {
        return since(accountId) != null;
    }

    public int recoveryCodesLeft(int accountId) {
        return factors.countCodes(accountId);
    }

    /** Makes a secret that counts once its first code was shown. */
    public Offer begin(Actor owner) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        if (!factors.begin(owner.accountId(), key.encrypt(secret, owner.accountId()))) {
            throw conflict(
                    "identity.second-factor-active",
                    new BilingualText(
                            "第二因子已启用；请先移除再重新设置。", "A second factor is in force; remove it before setting up another."));
        }
        String text = Base32.encode(secret);
        String label = URLEncoder.encode("Lantian 蓝天:" + owner.name(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return new Offer(text, "otpauth://totp/" + label + "?secret=" + text + "&issuer=Lantian%20%E8%93%9D%E5%A4%A9");
    }

    /** The first code was shown: from now on one is asked for. Gives the recovery codes. */
    public List<String> confirm(Actor owner, String code) {
        return inTransaction(() -> {
            SecondFactorRepository.Stored stored = factors.find(owner.accountId())
                    .filter(found -> found.confirmed() == null)
                    .orElseThrow(() -> conflict(
                            "identity.second-factor-not-begun",
                            new BilingualText("没有待确认的第二因子。", "There is no second factor waiting to be confirmed.")));
            if (!isGoodTotp(owner.accountId(), stored, code)) {
                throw wrongCode();
            }
            factors.confirm(owner.accountId());
            audit.record(event("account.second-factor-set-up", owner.accountId(), owner.name()));
            return freshCodes(owner.accountId());
        });
    }

    public List<String> renewCodes(Actor owner) {
        return inTransaction(() -> {
            audit.record(event("account.recovery-codes-renewed", owner.accountId(), owner.name()));
            return freshCodes(owner.accountId());
        });
    }

    /** Takes the factor away; gives false when there was none. */
    public boolean remove(int accountId, String username) {
        return inTransaction(() -> {
            boolean removed = factors.delete(accountId);
            if (removed) {
                audit.record(event("account.second-factor-removed", accountId, username));
            }
            return removed;
        });
    }

    /** Checks a code of the application or a recovery code, and uses it up. */
    boolean accepts(int accountId, String username, String code) {
        return inTransaction(() -> {
            Optional<SecondFactorRepository.Stored> stored = factors.find(accountId);
            String shown = code.strip();
            if (stored.isEmpty() || shown.length() > 20) {
                return false;
            }
            if (TOTP_CODE.matcher(shown).matches()) {
                return isGoodTotp(accountId, stored.get(), shown);
            }
            String recovery = shown.replace("-", "").toUpperCase(Locale.ROOT);
            boolean good = factors.useCode(accountId, key.hash(recovery, accountId));
            if (good) {
                audit.record(event("account.recovery-code-used", accountId, username)
                        .after(Map.of("left", factors.countCodes(accountId))));
            }
            return good;
        });
    }

    static DomainException wrongCode() {
        return new DomainException(new ApiError(
                401,
                "identity.wrong-code",
                new BilingualText("验证码错误或已用过。", "The code is wrong or was used already."),
                Map.of()));
    }

    static DomainException conflict(String code, BilingualText text) {
        return new DomainException(new ApiError(409, code, text, Map.of()));
    }

    private boolean isGoodTotp(int accountId, SecondFactorRepository.Stored stored, String code) {
        byte[] secret = key.decrypt(stored.secret(), accountId);
        OptionalLong step = totp.findStep(secret, code.strip(), clock.instant(), stored.lastStep());
        return step.isPresent() && factors.useStep(accountId, step.getAsLong());
    }

    private List<String> freshCodes(int accountId) {
        List<String> codes = Stream.generate(this::recoveryCode)
                .distinct()
                .limit(RECOVERY_CODES)
                .toList();
        factors.replaceCodes(
                accountId, codes.stream().map(code -> key.hash(code, accountId)).toList());
        return codes.stream()
                .map(code -> code.substring(0, RECOVERY_LENGTH / 2) + "-" + code.substring(RECOVERY_LENGTH / 2))
                .toList();
    }

    private String recoveryCode() {
        StringBuilder code = new StringBuilder();
        random.ints(RECOVERY_LENGTH, 0, RECOVERY_ALPHABET.length())
                .forEach(i -> code.append(RECOVERY_ALPHABET.charAt(i)));
        return code.toString();
    }

    private static Event event(String action, int accountId, String username) {
        return Event.of(action).on(EntityRef.of("account", accountId), username);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
