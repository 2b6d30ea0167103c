package org.lantian.server.audit;

import org.lantian.server.audit.internal.AloneWriter;
import org.lantian.server.audit.internal.EventBuffer;
import org.lantian.server.audit.internal.EventPreparer;
import org.lantian.server.audit.internal.FloodGate;
import org.springframework.stereotype.Component;

/** Takes down what is done. Events are never changed or taken back; a hash chain proves it. */
@Component
public final class AuditLog {

    private final EventPreparer preparer;
    private final EventBuffer buffer;
    private final AloneWriter alone;
    private final FloodGate gate;

    AuditLog(EventPreparer preparer, EventBuffer buffer, AloneWriter alone, FloodGate gate) {
        this.preparer = preparer;
        this.buffer = buffer;
        this.alone = alone;
        this.gate = gate;
    }

    /**
     * Records a change in the transaction that makes it: both are committed or neither. The event is kept aside until the
     * commit, so that a long transaction holds nobody up.
     *
     * @throws IllegalStateException outside a transaction, or for a word that is not in {@code actions.csv}
     */
    public void record(Event event) {
        buffer.add(preparer.prepare(event));
    }

    /**
     * Records at once and for good, whatever becomes of the caller's transaction: for refusals, exports and reads of
     * personal data. When it returns, the event is committed.
     */
    public void recordAlone(Event event) {
        alone.write(preparer.prepare(event));
    }

    /**
     * Records what anybody can cause as often as they like, such as a refused sign-in. The first few of an address and word in a
     * minute become events; the others of that minute are counted and become one event at its end, so that nobody can fill
     * the disk. The current request is then not recorded as refused once more.
     */
    public void recordBounded(Event event) {
        gate.noteForRequest(preparer.prepare(event));
    }
}
