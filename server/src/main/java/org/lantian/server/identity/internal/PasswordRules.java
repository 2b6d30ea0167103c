package org.lantian.server.identity.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.identity.SignInSettings;
import org.lantian.server.problem.ApiError;
import org.lantian.server.problem.FieldError;
import org.springframework.stereotype.Component;

/** Says what is wrong with a new password, by the profile that the operator chose. */
@Component
public class PasswordRules {

    /** bcrypt reads no more than this. */
    static final int GREATEST_BYTES = 72;

    private static final int LEAST_DISTINCT = 5;

    /** Shorter words may occur in a good password by chance. */
    private static final int LEAST_WORD = 4;

    /** What people put around a word to make it look like another. */
    private static final Pattern TRIMMINGS = Pattern.compile("^[^a-z]+|[^a-z]+$");

    private final PasswordProfile profile;
    private final Set<String> breached;

    PasswordRules(SignInSettings settings) {
        this.profile = PasswordProfile.read(settings.passwordProfile());
        this.breached = profile.breachedList()
                ? PasswordProfile.lines("breached-passwords.txt").collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    public PasswordProfile profile() {
        return profile;
    }

    /**
     * Refuses a new password that breaks a rule; each broken rule is named.
     *
     * @param owner user name of whose it is to be
     */
    void check(String fresh, String owner) {
        List<BilingualText> broken = broken(fresh, owner);
        if (!broken.isEmpty()) {
            throw refused(broken);
        }
    }

    static DomainException refused(List<BilingualText> reasons) {
        return new DomainException(new ApiError(
                400,
                "identity.password-refused",
                new BilingualText("新密码不符合要求。", "The new password does not meet the rules."),
                Map.of(
                        "errors",
                        reasons.stream()
                                .map(reason -> new FieldError("newPassword", reason))
                                .toList())));
    }

    List<BilingualText> broken(String fresh, String owner) {
        List<BilingualText> broken = new ArrayList<>();
        if (fresh.codePointCount(0, fresh.length()) < profile.leastLength()) {
            broken.add(new BilingualText(
                    "至少 " + profile.leastLength() + " 个字符。", "At least " + profile.leastLength() + " characters."));
        }
        if (fresh.getBytes(StandardCharsets.UTF_8).length > GREATEST_BYTES) {
            broken.add(new BilingualText(
                    "至多 " + GREATEST_BYTES + " 字节（汉字每字 3 字节）。", "At most " + GREATEST_BYTES + " bytes in UTF-8."));
        }
        if (fresh.codePoints().distinct().count() < LEAST_DISTINCT) {
            broken.add(new BilingualText(
                    "至少 " + LEAST_DISTINCT + " 个不同的字符。", "At least " + LEAST_DISTINCT + " different characters."));
        }
        if (classes(fresh) < profile.classes()) {
            broken.add(new BilingualText(
                    "小写字母、大写字母、数字、其他字符中至少含 " + profile.classes() + " 类。",
                    "At least " + profile.classes() + " of: small letters, capitals, digits, other characters."));
        }
        String lower = fresh.toLowerCase(Locale.ROOT);
        if (owner.length() >= LEAST_WORD && lower.contains(owner.toLowerCase(Locale.ROOT))) {
            broken.add(new BilingualText("不得包含用户名。", "Must not contain the user name."));
        }
        if (isBreached(lower)) {
            broken.add(new BilingualText(
                    "该密码或其主要部分见于泄露密码表，容易被猜到。",
                    "This password, or the main part of it, is on the list of breached ones and easy to guess."));
        }
        return broken;
    }

    /** As it stands or without the digits and signs around it. */
    private boolean isBreached(String lower) {
        String word = TRIMMINGS.matcher(lower).replaceAll("");
        return breached.contains(lower) || (word.length() * 2 >= lower.length() && breached.contains(word));
    }

    private static long classes(String text) {
        return Stream.<java.util.function.IntPredicate>of(
                        Character::isLowerCase,
                        Character::isUpperCase,
                        Character::isDigit,
                        c -> !Character.isLowerCase(c) && !Character.isUpperCase(c) && !Character.isDigit(c))
                .filter(kind -> text.codePoints().anyMatch(kind))
                .count();
    }
}
