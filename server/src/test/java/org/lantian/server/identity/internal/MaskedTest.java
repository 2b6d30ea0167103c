package org.lantian.server.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A masked")
class MaskedTest {

    @ParameterizedTest
    @CsvSource({"13800005678, 138****78", "0356-2012345, 035****45", "12345, ****45", "110, ****", "'', ''"})
    @DisplayName("telephone number shows its first three and last two characters, a short one less")
    void phone(String phone, String masked) {
        assertThat(Masked.phone(phone)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "zhang.san@example.cn, z***@example.cn",
        "张@例子.中国, 张***@例子.中国",
        "𠮷野@a.cn, 𠮷***@a.cn",
        "'', ''",
        "@x, ''"
    })
    @DisplayName("e-mail address shows its first character and where it is")
    void email(String email, String masked) {
        assertThat(Masked.email(email)).isEqualTo(masked);
    }
}
