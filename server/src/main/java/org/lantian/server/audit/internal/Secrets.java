package org.lantian.server.audit.internal;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Keeps passwords, tokens and keys out of the audit: by the name of the field, and by what secrets look like. */
final class Secrets {

    static final String BLANKED = "[已遮盖 redacted]";

    /** Fields that hold a secret, whatever stands in them. Each is looked for within the name, without its separators. */
    private static final List<String> SECRET_NAMES = List.of(
            "password",
            "passwd",
            "passphrase",
            "secret",
            "token",
            "credential",
            "privatekey",
            "apikey",
            "accesskey",
            "sealkey",
            "totp",
            "otpauth",
            "recoverycode",
            "cookie",
            "sessionid",
            "csrf",
            "authorization",
            "bearer",
            "salt",
            "密码",
            "口令",
            "密钥",
            "令牌");

    /** Fields whose name only sounds like it: they say something about a secret and are themselves none. */
    private static final Pattern ABOUT_SECRETS = Pattern.compile("mustchangepassword"
            + "|.*(changed|expires|expiry|until|count|length|id|name|prefix|profile|state|reset|required|days)");

    /** Fields in which a long hexadecimal number is the hash of a file or the like. */
    private static final Pattern HASH_NAMES =
            Pattern.compile(".*(sha256|sha1|md5|hash|digest|checksum|fingerprint|chain).*");

    /** A password named in running text. */
    private static final Pattern NAMED_IN_TEXT =
            Pattern.compile("(?i)(passwords?|passwd|pwd|passphrase|secret|token|api[-_ ]?key|authorization|密码|口令|密钥|令牌)"
                    + "(\\s*(?:is|为|是)?\\s*[:=：＝]\\s*|\\s+is\\s+|\\s*[为是]\\s*)(\\S{1,300})");

    /** What is a secret by its looks: password hashes, private keys, bearer and JSON web tokens, TOTP addresses. */
    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile("\\$2[abxy]?\\$\\d\\d\\$[./A-Za-z0-9]{53}"),
            Pattern.compile("\\$argon2(?:id|i|d)\\$[^\\s\"]{10,300}"),
            Pattern.compile("\\{(?:bcrypt|argon2|scrypt|pbkdf2|noop)[^}]{0,30}\\}[^\\s\"]{1,300}"),
            Pattern.compile("-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]{0,20000}(?:-----END [A-Z ]{0,40}-----)?"),
            Pattern.compile("(?i)\\bBearer\\s+[A-Za-z0-9._~+/=-]{8,2000}"),
            Pattern.compile("(?i)\\bBasic\\s+[A-Za-z0-9+/]{8,2000}={0,2}"),
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{5,4000}\\.[A-Za-z0-9_-]{5,4000}\\.[A-Za-z0-9_-]{0,4000}"),
            Pattern.compile("otpauth://[^\\s\"]{1,1000}"),
            Pattern.compile("\\b(?:lt|lantian)_[A-Za-z0-9_-]{16,200}"),
            Pattern.compile("(?i)(?:LANTIAN_SESSION|JSESSIONID|XSRF-TOKEN)=[^;\\s\"]{1,300}"),
            Pattern.compile("(?<=://)[^/\\s:@\"]{1,100}:[^/\\s@\"]{1,300}(?=@)"));

    /** A long hexadecimal number: a key, unless its field says that it is a hash. */
    private static final Pattern LONG_HEXADECIMAL = Pattern.compile("\\b[0-9a-fA-F]{40,}\\b");

    private Secrets() {}

    /** A text without what looks like a secret. */
    static String blank(String text) {
        return blank(text, false);
    }

    private static String blank(String text, boolean hashesAreMeant) {
        String blanked = NAMED_IN_TEXT.matcher(text).replaceAll("$1$2" + BLANKED);
        for (Pattern shape : SHAPES) {
            blanked = shape.matcher(blanked).replaceAll(BLANKED);
        }
        return hashesAreMeant ? blanked : LONG_HEXADECIMAL.matcher(blanked).replaceAll(BLANKED);
    }

    /** The same tree without secrets; objects and arrays are changed in place. */
    static JsonNode blank(JsonNode tree) {
        return blank(tree, "");
    }

    private static JsonNode blank(JsonNode node, String field) {
        String name = field.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
        if (isSecret(name) && !node.isNull() && !node.isBoolean()) {
            return JsonNodeFactory.instance.stringNode(BLANKED);
        }
        if (node instanceof ObjectNode object) {
            for (String inner : List.copyOf(object.propertyNames())) {
                object.set(inner, blank(object.get(inner), inner));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, blank(array.get(i), field));
            }
        } else if (node.isString()) {
            return JsonNodeFactory.instance.stringNode(
                    blank(node.stringValue(), HASH_NAMES.matcher(name).matches()));
        }
        return node;
    }

    private static boolean isSecret(String name) {
        return SECRET_NAMES.stream().anyMatch(name::contains)
                && !ABOUT_SECRETS.matcher(name.replace("sessionid", "")).matches();
    }
}
