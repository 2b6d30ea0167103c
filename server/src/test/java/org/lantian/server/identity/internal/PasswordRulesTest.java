package org.lantian.server.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lantian.server.identity.SignInSettings;

@DisplayName("The rules of passwords")
class PasswordRulesTest {

    @ParameterizedTest
    @DisplayName(
            "of the profile asvs ask for length and refuse what is known from breaches, but no kinds of characters")
    @CsvSource({
        "correct horse battery,          good",
        "晋城的蓝天又回来了今年冬天,         good",
        "qzkvwmtbxgjh,                   good",
        "elevenchars,                    '12 characters'",
        "aaaaaaaabbbb,                   'different characters'",
        "x1y2z-x1y2z-x1y2z-x1y2z-x1y2z-x1y2z-x1y2z-x1y2z-x1y2z-x1y2z-x1y2z-x1y2z-x1y2z, '72 bytes'",
        "ZHANG.SAN-blue-sky-2026,        'user name'",
        "1qaz2wsx3edc,                   breached",
        "1QAZ2WSX3EDC,                   breached",
        "starwars2026!!,                 breached",
        "2026unbelievable,               breached",
        "starwars and the wind of march, good",
    })
    void asvs(String password, String expected) {
        expect(rules("asvs"), password, expected);
    }

    @ParameterizedTest
    @DisplayName("of the profile gb3 ask for eight characters of three kinds")
    @CsvSource({
        "Blue-sky,  good",
        "blue1sky!, good",
        "Blue5ky,   '8 characters'",
        "bluesky12, 'small letters'",
        "BLUE-SKY,  'small letters'",
        "蓝天Blue123, good",
    })
    void gb3(String password, String expected) {
        expect(rules("gb3"), password, expected);
    }

    @Test
    @DisplayName("say after how long a password must be changed, where they do")
    void changeInterval() {
        assertThat(rules("gb3").profile().findChangeInterval()).hasValue(Duration.ofDays(90));
        assertThat(rules("asvs").profile().findChangeInterval()).isEmpty();
    }

    @Test
    @DisplayName("are chosen by a name that exists, else the server does not start")
    void unknownProfile() {
        assertThatThrownBy(() -> rules("none")).hasMessageContaining("none").hasMessageContaining("gb3, asvs");
    }

    @Test
    @DisplayName("have at hand at least the 3,000 breached passwords for which OWASP ASVS asks")
    void breachedList() {
        assertThat(PasswordProfile.lines("breached-passwords.txt").filter(line -> line.length() >= 8))
                .hasSizeGreaterThan(3_000)
                .contains("password1", "1qaz2wsx");
    }

    private static void expect(PasswordRules rules, String password, String expected) {
        List<String> broken = rules.broken(password, "zhang.san").stream()
                .map(text -> text.en())
                .toList();
        if (expected.equals("good")) {
            assertThat(broken).isEmpty();
        } else {
            assertThat(broken).singleElement().asString().contains(expected);
        }
    }

    private static PasswordRules rules(String profile) {
        return new PasswordRules(
                new SignInSettings(profile, false, Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofHours(24)));
    }
}
