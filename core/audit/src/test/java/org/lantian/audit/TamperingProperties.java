package org.lantian.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.lantian.audit.Finding.Kind;

@Label("Whoever tampers with a chain is found")
class TamperingProperties {

    private static final int SIZE = 24;
    /** The last anchor that got away; six events came after it. */
    private static final int ANCHORED = 18;

    private static final List<String> TEXT_COLUMNS = List.of(
            "happened",
            "actorKind",
            "actor",
            "address",
            "request",
            "action",
            "entityType",
            "entityId",
            "subject",
            "before",
            "after",
            "reason",
            "personal",
            "previousHash",
            "hash",
            "seal");

    private TestChain chain = new TestChain(SIZE);
    private Anchor anchor = chain.anchor(ANCHORED);

    @BeforeTry
    void untouched() {
        chain = new TestChain(SIZE);
        anchor = chain.anchor(ANCHORED);
    }

    @Provide
    Arbitrary<String> column() {
        return Arbitraries.of(TEXT_COLUMNS);
    }

    @Property(tries = 600)
    @Label("any changed character of any text column is found at its event")
    void changedText(
            @ForAll @IntRange(min = 1, max = SIZE) int sequence,
            @ForAll("column") String column,
            @ForAll @IntRange(max = 1000) int place,
            @ForAll char letter)
            throws ReflectiveOperationException {
        ChainedEvent event = chain.at(sequence);
        Object present = ChainedEvent.class.getDeclaredMethod(column).invoke(event);
        StringBuilder changed = new StringBuilder(present == null ? "x" : present.toString());
        if (changed.isEmpty()) {
            changed.append(letter);
        } else {
            changed.setCharAt(place % changed.length(), letter);
        }
        Assume.that(!changed.toString().equals(present));
        // what no UTF-8 column can hold
        Assume.that(!Character.isSurrogate(letter));
        chain.events.set(sequence - 1, TestChain.with(event, column, changed.toString()));
        Finding finding = Objects.requireNonNull(chain.verify(anchor).firstFinding());
        assertThat(finding.sequence()).isEqualTo(sequence);
        // only with a later anchor can a changed seal be told from an event put in
        boolean sealAfterAnchor = column.equals("seal") && sequence > ANCHORED;
        assertThat(finding.kind()).isEqualTo(sealAfterAnchor ? Kind.INSERTED : Kind.CHANGED);
    }

    @Property(tries = 200)
    @Label("any changed number is found at its event, and a value taken out too")
    void changedNumber(
            @ForAll @IntRange(min = 1, max = SIZE) int sequence,
            @ForAll @IntRange(min = 1, max = 1 << 20) int difference) {
        ChainedEvent event = chain.at(sequence);
        for (ChainedEvent changed : List.of(
                TestChain.with(event, "actorId", event.actorId() + difference),
                TestChain.with(event, "format", event.format() + difference),
                TestChain.with(event, "sequence", event.sequence() + difference))) {
            chain.events.set(sequence - 1, changed);
            assertThat(Objects.requireNonNull(chain.verify(anchor).firstFinding())
                            .sequence())
                    .isEqualTo(sequence);
        }
    }

    @Property(tries = 100)
    @Label("removed events in the middle are named")
    void removed(
            @ForAll @IntRange(min = 1, max = SIZE - 1) int from, @ForAll @IntRange(min = 1, max = SIZE) int count) {
        int until = Math.min(SIZE - 1, from + count - 1);
        chain.events.subList(from - 1, until).clear();
        Finding finding = Objects.requireNonNull(chain.verify(anchor).firstFinding());
        assertThat(finding.kind()).isEqualTo(Kind.REMOVED);
        assertThat(finding.sequence()).isEqualTo(from);
    }

    @Property(tries = 100)
    @Label("a removed tail is found up to the last anchor, or by the head of the chain")
    void truncated(@ForAll @IntRange(min = 0, max = SIZE - 1) int left) {
        Anchor last = chain.anchor(SIZE);
        chain.events.subList(left, SIZE).clear();
        Finding finding = Objects.requireNonNull(chain.verify(last).firstFinding());
        assertThat(finding.kind()).isEqualTo(Kind.TRUNCATED);
        assertThat(finding.sequence()).isEqualTo(left + 1);
        ChainVerifier verifier = new ChainVerifier(List.of(TestChain.KEY), List.of(), TestChain.TODAY);
        chain.events.forEach(event -> verifier.accept(event, chain.texts.getOrDefault(event.sequence(), List.of())));
        assertThat(Objects.requireNonNull(verifier.finish(SIZE, last.hash()).firstFinding())
                        .kind())
                .isEqualTo(Kind.TRUNCATED);
    }

    @Property(tries = 200)
    @Label("swapped events are found at the first of them, by their numbers or by their contents")
    void swapped(@ForAll @IntRange(min = 1, max = SIZE) int one, @ForAll @IntRange(min = 1, max = SIZE) int other) {
        Assume.that(one != other);
        ChainedEvent first = chain.at(one);
        ChainedEvent second = chain.at(other);
        chain.events.set(one - 1, second.at(one));
        chain.events.set(other - 1, first.at(other));
        Finding finding = Objects.requireNonNull(chain.verify(anchor).firstFinding());
        assertThat(finding.kind()).isEqualTo(Kind.REORDERED);
        assertThat(finding.sequence()).isEqualTo(Math.min(one, other));
    }

    @Property(tries = 100)
    @Label("a chain recomputed from any event on, without the key, is found at that event")
    void recomputed(@ForAll @IntRange(min = 1, max = SIZE) int from) {
        chain.events.set(from - 1, TestChain.with(chain.at(from), "actor", "王五"));
        chain.recomputeFrom(from, TestChain.OTHER_KEY);
        Finding finding = Objects.requireNonNull(chain.verify(anchor).firstFinding());
        assertThat(finding.sequence()).isEqualTo(from);
        assertThat(finding.kind()).isEqualTo(from <= ANCHORED ? Kind.RECOMPUTED : Kind.INSERTED);
    }

    @Property(tries = 100)
    @Label("a chain recomputed with the true key is found by the anchor, also by who has no key")
    void recomputedWithKey(@ForAll @IntRange(min = 1, max = ANCHORED) int from) {
        chain.events.set(from - 1, TestChain.with(chain.at(from), "actor", "王五"));
        chain.recomputeFrom(from, TestChain.KEY);
        assertThat(chain.verify().ok()).isTrue(); // nothing but an anchor can tell
        for (List<SealKey> keys : List.of(List.of(TestChain.KEY), List.<SealKey>of())) {
            Verification verification = chain.verify(keys, anchor);
            assertThat(Objects.requireNonNull(verification.firstFinding()).kind())
                    .isEqualTo(Kind.RECOMPUTED);
            assertThat(verification.anchors().getFirst().state()).isEqualTo(AnchorCheck.State.DIFFERS);
        }
    }

    @Property(tries = 100)
    @Label("a tail replaced with the true key by a shorter or longer one is found by the anchor")
    void tailReplaced(
            @ForAll @IntRange(min = 1, max = ANCHORED) int from, @ForAll @IntRange(min = 1, max = 40) int size) {
        TestChain other = new TestChain(Math.max(size, from));
        other.events.set(from - 1, TestChain.with(other.at(from), "reason", "另一段历史"));
        other.recomputeFrom(from, TestChain.KEY);
        Finding finding = Objects.requireNonNull(other.verify(anchor).firstFinding());
        assertThat(finding.kind()).isIn(Kind.RECOMPUTED, Kind.TRUNCATED);
    }

    @Property(tries = 60)
    @Label("an event put in at the end with a well computed hash is found by its seal")
    void inserted(@ForAll @IntRange(min = 1, max = 3) int afterwards) {
        ChainedEvent fake = TestChain.with(chain.at(SIZE), "actor", "王五").at(SIZE + 1L);
        chain.events.add(fake.chainedTo(String.valueOf(chain.at(SIZE).hash()), TestChain.OTHER_KEY));
        for (int i = 1; i < afterwards; i++) { // the server goes on behind it
            String previous = String.valueOf(chain.events.getLast().hash());
            chain.events.add(chain.at(1).at(SIZE + 1L + i).chainedTo(previous, TestChain.KEY));
        }
        Finding finding = Objects.requireNonNull(chain.verify(anchor).firstFinding());
        assertThat(finding.kind()).isEqualTo(Kind.INSERTED);
        assertThat(finding.sequence()).isEqualTo(SIZE + 1);
    }
}
