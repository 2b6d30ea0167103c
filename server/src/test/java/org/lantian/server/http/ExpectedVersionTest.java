package org.lantian.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.quantities.DomainException;
import org.lantian.server.problem.Problem;

@DisplayName("The version a change was made from")
class ExpectedVersionTest {

    @Test
    @DisplayName("is what the reading gave as entity tag")
    void roundTrip() {
        assertThat(ExpectedVersion.read(Versions.tag(7))).isEqualTo(new ExpectedVersion(7));
        assertThat(ExpectedVersion.read("  \"v1\" ").number()).isEqualTo(1);
    }

    @Test
    @DisplayName("must be said: 428, and be one of ours: 400")
    void missing() {
        expect(null, 428);
        expect(" ", 428);
        for (String wrong : List.of("*", "7", "v7", "\"7\"", "W/\"v7\"", "\"v7\", \"v8\"", "\"v12345678901\"")) {
            expect(wrong, 400);
        }
    }

    private static void expect(@Nullable String header, int status) {
        assertThatThrownBy(() -> ExpectedVersion.read(header))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        e -> assertThat(Problem.status(e.error())).isEqualTo(status));
    }

    @Test
    @DisplayName("is refused with the present state when it is no longer the newest: 412")
    void stale() {
        ExpectedVersion expected = new ExpectedVersion(3);
        assertThatCode(() -> expected.check(3, "as it is")).doesNotThrowAnyException();
        assertThatThrownBy(() -> expected.check(4, "as it is")).isInstanceOfSatisfying(DomainException.class, e -> {
            assertThat(Problem.status(e.error())).isEqualTo(412);
            assertThat(e.error().arguments()).containsEntry("version", 4).containsEntry("current", "as it is");
        });
    }
}
