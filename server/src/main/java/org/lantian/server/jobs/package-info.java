/** Work that takes longer than somebody wants to wait: persisted, with progress, cancel, log and result. */
@NullMarked
package org.lantian.server.jobs;

import org.jspecify.annotations.NullMarked;
