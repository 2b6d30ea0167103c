@NullMarked
package org.lantian.server.http.internal;

import org.jspecify.annotations.NullMarked;
