/** Tables that leave the house as CSV or XLSX: what every export shares, above all the guard against formulas. */
@NullMarked
package org.lantian.server.export;

import org.jspecify.annotations.NullMarked;
