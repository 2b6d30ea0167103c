/** Proves the index and the daily values against what the national network published itself. */
@NullMarked
package org.lantian.cli.validation;

import org.jspecify.annotations.NullMarked;
