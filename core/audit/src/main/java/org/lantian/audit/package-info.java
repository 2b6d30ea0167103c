/**
 * The arithmetic of the audit chain: how an event becomes bytes, hashes, seals and anchors, and how a chain is proved.
 * Knows nothing of where the events are kept.
 */
@NullMarked
package org.lantian.audit;

import org.jspecify.annotations.NullMarked;
