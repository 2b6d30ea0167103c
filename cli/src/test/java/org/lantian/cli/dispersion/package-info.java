@NullMarked
package org.lantian.cli.dispersion;

import org.jspecify.annotations.NullMarked;
