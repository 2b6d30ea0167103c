/** Tables on their way to standard output or a file. */
@NullMarked
package org.lantian.cli.output;

import org.jspecify.annotations.NullMarked;
