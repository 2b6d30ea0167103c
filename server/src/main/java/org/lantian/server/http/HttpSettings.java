package org.lantian.server.http;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the door is kept; properties under {@code lantian.http.}.
 *
 * @param trustedProxies addresses or networks (CIDR) of the reverse proxies in front of the server; only what these say
 *     about the client's address and about TLS is believed
 * @param perAddress how often one address may call
 * @param perAccount how often one account, or one of its tokens, may call
 * @param greatestBodyBytes of a body that is no upload
 */
@ConfigurationProperties("lantian.http")
public record HttpSettings(
        @DefaultValue List<String> trustedProxies,
        @DefaultValue Rate perAddress,
        @DefaultValue Rate perAccount,
        @DefaultValue("1048576") int greatestBodyBytes) {

    /**
     * A bucket of tokens: each call takes one.
     *
     * @param burst calls at once when the bucket is full
     * @param perMinute calls that may go on for ever
     */
    public record Rate(
            @DefaultValue("1200") int burst,
            @DefaultValue("2400") int perMinute) {

        public Rate {
            if (burst < 1 || perMinute < 1) {
                throw new IllegalArgumentException("lantian.http: burst and per-minute must be 1 or more");
            }
        }
    }

    public HttpSettings {
        trustedProxies = List.copyOf(trustedProxies);
        if (greatestBodyBytes < 1024) {
            throw new IllegalArgumentException("lantian.http.greatest-body-bytes must be 1024 or more");
        }
    }
}
