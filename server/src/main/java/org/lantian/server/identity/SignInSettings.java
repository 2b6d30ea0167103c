package org.lantian.server.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator chose about signing in; properties under {@code lantian.sign-in}.
 *
 * @param passwordProfile name of a row of {@code password-profiles.csv}
 * @param secondFactorForAdministrators whether the three administrators must set up a second factor
 * @param idle after which an unused session ends, 1 min – 24 h
 * @param longest life of a session however much it is used, up to 7 days
 * @param linkLife how long a one-time link for choosing a password is good, up to 7 days
 */
@ConfigurationProperties("lantian.sign-in")
public record SignInSettings(
        @DefaultValue("asvs") String passwordProfile,
        @DefaultValue("false") boolean secondFactorForAdministrators,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("24h") Duration linkLife) {

    public SignInSettings {
        check("idle", idle, Duration.ofMinutes(1), Duration.ofHours(24));
        check("longest", longest, idle, Duration.ofDays(7));
        check("link-life", linkLife, Duration.ofMinutes(1), Duration.ofDays(7));
    }

    private static void check(String name, Duration value, Duration least, Duration greatest) {
        if (value.compareTo(least) < 0 || value.compareTo(greatest) > 0) {
            throw new IllegalArgumentException(
                    "lantian.sign-in." + name + " is " + value + ", expected " + least + "–" + greatest);
        }
    }
}
