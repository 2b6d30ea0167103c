package org.lantian.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.audit.Finding.Kind;
import org.lantian.quantities.DomainException;

@DisplayName("A chain")
class ChainVerifierTest {

    private final TestChain chain = new TestChain(12);

    private Finding finding(Anchor... anchors) {
        return Objects.requireNonNull(chain.verify(anchors).firstFinding());
    }

    @Test
    @DisplayName("as it was written is proved, with and without keys, and contains its anchors")
    void sound() {
        Verification verification = chain.verify(chain.anchor(3), chain.anchor(12));
        assertThat(verification.firstFinding()).isNull();
        assertThat(verification.events()).isEqualTo(12);
        assertThat(verification.anchors()).allMatch(check -> check.state() == AnchorCheck.State.MATCHES);
        assertThat(chain.verify(List.of(), chain.anchor(5)).ok()).isTrue();
        assertThat(chain.verify(List.of(TestChain.KEY, TestChain.OTHER_KEY)).ok())
                .isTrue();
    }

    @Test
    @DisplayName("whose texts were erased after their last day is proved, before it is not")
    void erased() {
        chain.texts.put(3L, List.of(new KeptText("after.phone", null, null))); // kept until yesterday
        assertThat(chain.verify().ok()).isTrue();
        chain.texts.put(6L, List.of(new KeptText("after.phone", null, null))); // kept for 300 days more
        assertThat(finding().kind()).isEqualTo(Kind.PERSONAL_TEXT);
        assertThat(finding().sequence()).isEqualTo(6);
    }

    @Test
    @DisplayName("whose personal texts were changed, removed or added is not proved")
    void texts() {
        chain.texts.put(3L, List.of(new KeptText("after.phone", "00ff".repeat(8), "13911111111")));
        assertThat(finding().text().zh()).contains("被改动");
        chain.texts.remove(3L);
        assertThat(finding().text().en()).contains("has lost its row");
        TestChain other = new TestChain(12);
        other.texts.put(1L, List.of(new KeptText("phone", "00", "139")));
        assertThat(Objects.requireNonNull(other.verify().firstFinding()).sequence())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("sealed by a key that is gone is told apart from one that was recomputed")
    void keyMissing() {
        chain.recomputeFrom(1, TestChain.OTHER_KEY);
        assertThat(finding().kind()).isEqualTo(Kind.INSERTED);
        ChainedEvent change =
                TestChain.with(chain.at(1), "action", "audit.key-changed").at(13);
        chain.events.add(change.chainedTo(String.valueOf(chain.at(12).hash()), TestChain.KEY));
        assertThat(finding().kind()).isEqualTo(Kind.KEY_MISSING);
        assertThat(chain.verify(List.of(TestChain.OTHER_KEY, TestChain.KEY)).ok())
                .isTrue();
    }

    @Test
    @DisplayName("into which an event with made-up hash and seal was put is told apart from one that was changed")
    void madeUp() {
        ChainedEvent fake =
                TestChain.with(TestChain.with(chain.at(12).at(13), "hash", "0".repeat(64)), "seal", "1".repeat(64));
        chain.events.add(fake);
        assertThat(finding().kind()).isEqualTo(Kind.INSERTED);
        assertThat(finding().sequence()).isEqualTo(13);
    }

    @Test
    @DisplayName("that has a head of its own must end there")
    void head() {
        for (long headSequence : new long[] {11, 12, 13}) {
            ChainVerifier verifier = new ChainVerifier(List.of(TestChain.KEY), List.of(), TestChain.TODAY);
            chain.events.forEach(
                    event -> verifier.accept(event, chain.texts.getOrDefault(event.sequence(), List.of())));
            Verification verification =
                    verifier.finish(headSequence, String.valueOf(chain.at(12).hash()));
            assertThat(verification.ok()).isEqualTo(headSequence == 12);
        }
    }

    @Test
    @DisplayName(
            "that does not contain an anchor which no present key sealed is not proved: the key may have been replaced")
    void foreignAnchor() {
        Anchor kept = chain.anchor(5);
        chain.recomputeFrom(1, TestChain.OTHER_KEY);
        assertThat(chain.verify(List.of(TestChain.OTHER_KEY), kept).ok())
                .as("the hashes are those of the anchor, whoever sealed it")
                .isTrue();
        ChainedEvent changed = TestChain.with(chain.at(2), "actor", "王五");
        chain.events.set(1, changed);
        chain.recomputeFrom(2, TestChain.OTHER_KEY);
        Verification verification = chain.verify(List.of(TestChain.OTHER_KEY), kept);
        assertThat(Objects.requireNonNull(verification.firstFinding()).kind()).isEqualTo(Kind.FOREIGN_ANCHOR);
        assertThat(verification.anchors().getFirst().state()).isEqualTo(AnchorCheck.State.NOT_OURS);
    }

    @Test
    @DisplayName("has anchors that survive being written and read, and name what is wrong in a bad file")
    void anchorFile() {
        Anchor anchor = chain.anchor(7);
        assertThat(Anchor.parse("a.txt", anchor.text().replace("\n", "\r\n"))).isEqualTo(anchor);
        assertThat(anchor.isSealedBy(TestChain.KEY)).isTrue();
        assertThatThrownBy(() -> Anchor.parse("a.txt", anchor.text().replace("sequence 7", "sequence 7x")))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("a.txt")
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> Anchor.parse("b.txt", "")).isInstanceOf(DomainException.class);
    }

    @Test
    @DisplayName("hashes as an independent computation does")
    void golden() {
        ChainedEvent event = new ChainedEvent(
                1,
                1,
                "2026-11-25T00:00:00.000001Z",
                "PERSON",
                7,
                "张三",
                "10.0.0.1",
                "r-1",
                "account.changed",
                "account",
                "17",
                "李四",
                null,
                "{\"state\":\"DISABLED\"}",
                "离职",
                "",
                ChainedEvent.NO_HASH,
                null,
                null);
        // computed by the Python lines of docs/guide/en/audit-chain.md
        assertThat(ChainEncoding.hash(event))
                .isEqualTo("ed291b262072e39e9ce2f596dda64e55d380ec935a39356d1475ca708f5a5fd8");
        assertThat(PersonalDigest.of("phone", "00ff", "13800000000", LocalDate.of(2027, 1, 1))
                        .digest())
                .isEqualTo("ecd2bedb6272a735450f3a243c4d8ad3da2139f4c2f2551763261fdd1592755f");
        assertThat(TestChain.KEY.seal("abc"))
                .isEqualTo("cdd481d63d64dbdaad2a13dd2a4deea2202e092d1ef9a91e2a02015a1ed227ee");
    }

    @Test
    @DisplayName("never gives two different rows the same bytes: length stands before each column")
    void unambiguous() {
        assertThat(ChainEncoding.hash("ab", "c")).isNotEqualTo(ChainEncoding.hash("a", "bc"));
        assertThat(ChainEncoding.hash("", null)).isNotEqualTo(ChainEncoding.hash(null, ""));
        assertThat(ChainEncoding.hash("a")).isNotEqualTo(ChainEncoding.hash("a", ""));
    }
}
