@NullMarked
package org.lantian.server.monitoring.internal;

import org.jspecify.annotations.NullMarked;
