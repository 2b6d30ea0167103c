@NullMarked
package org.lantian.server.city;

import org.jspecify.annotations.NullMarked;
