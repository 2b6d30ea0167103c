package org.lantian.server.identity.internal;

/** Personal data as everybody may see them: enough to recognise what one knows, too little to use. */
public final class Masked {

    private Masked() {}

    /** The first three and the last two characters, of a short number only the last two. */
    public static String phone(String phone) {
        if (phone.isEmpty()) {
            return "";
        }
        int head = phone.length() >= 10 ? 3 : 0;
        int tail = phone.length() >= 5 ? 2 : 0;
        return phone.substring(0, head) + "****" + phone.substring(phone.length() - tail);
    }

    /** The first character and the domain. */
    public static String email(String email) {
        int at = email.indexOf('@');
        return at < 1 ? "" : email.substring(0, email.offsetByCodePoints(0, 1)) + "***" + email.substring(at);
    }
}
