package org.lantian.server.http.internal;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A list of networks, each an address or, in CIDR notation, an address and the length of its fixed part. */
final class Networks {

    private record Network(byte[] address, int bits) {

        boolean contains(byte[] candidate) {
            if (candidate.length != address.length) {
                return false;
            }
            int bytes = bits / 8;
            if (!Arrays.equals(candidate, 0, bytes, address, 0, bytes)) {
                return false;
            }
            int rest = bits % 8;
            int mask = rest == 0 ? 0 : 0xff << (8 - rest) & 0xff;
            return rest == 0 || (candidate[bytes] & mask) == (address[bytes] & mask);
        }
    }

    private final List<Network> networks;

    private Networks(List<Network> networks) {
        this.networks = networks;
    }

    /** @throws IllegalArgumentException when an entry is neither an address nor a network */
    static Networks of(List<String> texts) {
        return new Networks(texts.stream().map(Networks::network).toList());
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        byte[] address = literal(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> wrong(text))
                .getAddress();
        try {
            int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > address.length * 8) {
                throw wrong(text);
            }
            return new Network(address, bits);
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("lantian.http.trusted-proxies: \"" + text
                + "\" 应为地址或网段，例如 10.0.0.0/8 / expected an address or a network such as 10.0.0.0/8");
    }

    boolean isEmpty() {
        return networks.isEmpty();
    }

    boolean contains(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address.getAddress()));
    }

    /** Reads an address; never asks a name server. */
    static Optional<InetAddress> literal(String text) {
        try {
            return text.isEmpty() || text.length() > 60 ? Optional.empty() : Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
