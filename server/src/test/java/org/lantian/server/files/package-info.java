@NullMarked
package org.lantian.server.files;

import org.jspecify.annotations.NullMarked;
