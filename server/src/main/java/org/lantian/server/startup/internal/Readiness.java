package org.lantian.server.startup.internal;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** Whether the tasks of the start are done. */
@Component
public class Readiness {

    private final AtomicBoolean ready = new AtomicBoolean();

    public void becomeReady() {
        ready.set(true);
    }

    public boolean isReady() {
        return ready.get();
    }
}
