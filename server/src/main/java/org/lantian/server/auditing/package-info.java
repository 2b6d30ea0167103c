/** What an audit administrator does: searching, exporting, proving and anchoring the audit. */
@NullMarked
package org.lantian.server.auditing;

import org.jspecify.annotations.NullMarked;
