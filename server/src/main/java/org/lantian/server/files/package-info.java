/** Files that people attach to things: content-addressed, sniffed, served only to those allowed. */
@NullMarked
package org.lantian.server.files;

import org.jspecify.annotations.NullMarked;
