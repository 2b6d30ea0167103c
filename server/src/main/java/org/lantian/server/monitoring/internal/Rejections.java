package org.lantian.server.monitoring.internal;

import java.util.ArrayList;
import java.util.List;
import org.lantian.quantities.InputError;

/** What a file holds that can't be taken: all counted, the first listed. */
final class Rejections {

    /** Nobody reads more, and a file that is wrong from top to bottom must not fill memory or table. */
    private static final int MOST_LISTED = 50_000;

    private final List<InputError> listed = new ArrayList<>();
    private long count;

    void add(InputError error) {
        count++;
        if (listed.size() < MOST_LISTED) {
            listed.add(error);
        }
    }

    long count() {
        return count;
    }

    List<InputError> listed() {
        return listed;
    }
}
