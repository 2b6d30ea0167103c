/** Errors as RFC 9457 problem details, in Chinese and English. */
@NullMarked
package org.lantian.server.problem;

import org.jspecify.annotations.NullMarked;
