package org.lantian.server.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A list of trusted networks")
class NetworksTest {

    @ParameterizedTest
    @DisplayName("holds the addresses of its networks and no others")
    @CsvSource({
        "10.0.0.0/8,      10.255.0.1,        true",
        "10.0.0.0/8,      11.0.0.1,          false",
        "192.168.4.0/22,  192.168.7.255,     true",
        "192.168.4.0/22,  192.168.8.0,       false",
        "127.0.0.1,       127.0.0.1,         true",
        "127.0.0.1,       127.0.0.2,         false",
        "0.0.0.0/0,       203.0.113.9,       true",
        "0.0.0.0/0,       2001:db8::1,       false",
        "2001:db8::/33,   2001:db8:7fff::1,  true",
        "2001:db8::/33,   2001:db8:8000::1,  false",
        "::1,             0:0:0:0:0:0:0:1,   true",
        "10.0.0.0/8,      ::ffff:10.1.2.3,   true",
    })
    void contains(String network, String address, boolean expected) {
        assertThat(Networks.of(List.of(network))
                        .contains(Networks.literal(address).orElseThrow()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @DisplayName("refuses at the start what is neither an address nor a network")
    @CsvSource({"proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "2001:db8::/129", "''", "/8"})
    void wrong(String text) {
        assertThatThrownBy(() -> Networks.of(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trusted-proxies");
    }

    @Test
    @DisplayName("asks no name server")
    void noNames() {
        assertThat(Networks.literal("localhost")).isEmpty();
        assertThat(Networks.literal("x".repeat(100))).isEmpty();
        assertThat(Networks.of(List.of()).isEmpty()).isTrue();
    }
}
