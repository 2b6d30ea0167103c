/** Results on their way out: PLOTFILE and POSTFILE as the reference prints them, tables, GeoJSON, maps, summary. */
@NullMarked
package org.lantian.dispersion.output;

import org.jspecify.annotations.NullMarked;
