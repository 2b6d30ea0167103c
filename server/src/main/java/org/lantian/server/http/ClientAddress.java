package org.lantian.server.http;

import jakarta.servlet.http.HttpServletRequest;

/** From which address a request comes. */
public final class ClientAddress {

    private ClientAddress() {}

    /**
     * The address as text. Behind a configured proxy it is the one that the proxy saw; what other clients claim in
     * headers is not believed (the request was wrapped accordingly when it came in).
     */
    public static String of(HttpServletRequest request) {
        return request.getRemoteAddr();
    }
}
