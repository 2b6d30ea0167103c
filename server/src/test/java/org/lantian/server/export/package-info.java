/** Tables that leave the house, attacked. */
@NullMarked
package org.lantian.server.export;

import org.jspecify.annotations.NullMarked;
