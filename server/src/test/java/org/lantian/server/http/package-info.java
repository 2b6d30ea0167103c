@NullMarked
package org.lantian.server.http;

import org.jspecify.annotations.NullMarked;
