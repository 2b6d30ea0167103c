@NullMarked
package org.lantian.server;

import org.jspecify.annotations.NullMarked;
