/** What the operator chose at start. */
@NullMarked
package org.lantian.server.settings;

import org.jspecify.annotations.NullMarked;
