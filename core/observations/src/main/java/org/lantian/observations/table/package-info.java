/** Tables as rows of cells, read from delimited text or from a workbook, packed or not. */
@NullMarked
package org.lantian.observations.table;

import org.jspecify.annotations.NullMarked;
