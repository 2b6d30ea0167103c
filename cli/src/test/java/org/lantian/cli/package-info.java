@NullMarked
package org.lantian.cli;

import org.jspecify.annotations.NullMarked;
