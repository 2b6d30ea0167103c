@NullMarked
package org.lantian.server.files.internal;

import org.jspecify.annotations.NullMarked;
