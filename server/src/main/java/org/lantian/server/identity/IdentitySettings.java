package org.lantian.server.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator chose about people; properties under {@code lantian.identity}.
 *
 * @param combinedAdministrators whether one person may be system, security and audit administrator at once
 * @param personalDataDays days after an account is disabled for which phone and e-mail are kept, 0–3650
 */
@ConfigurationProperties("lantian.identity")
public record IdentitySettings(
        @DefaultValue("false") boolean combinedAdministrators,
        @DefaultValue("180") int personalDataDays) {

    public IdentitySettings {
        if (personalDataDays < 0 || personalDataDays > 3650) {
            throw new IllegalArgumentException(
                    "lantian.identity.personal-data-days is " + personalDataDays + ", expected 0–3650");
        }
    }
}
