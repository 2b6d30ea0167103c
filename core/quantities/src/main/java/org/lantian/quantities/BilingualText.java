package org.lantian.quantities;

import java.util.Locale;

/** One statement in Chinese and in English. */
public record BilingualText(String zh, String en) {

    /** The text for this locale: Chinese for any Chinese locale, English otherwise. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }
}
