/** Weather files from surface observations: options, files, what is said about them. */
@NullMarked
package org.lantian.cli.met;

import org.jspecify.annotations.NullMarked;
