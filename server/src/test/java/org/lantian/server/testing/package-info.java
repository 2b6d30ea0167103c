/** What the server's tests share: a real database and a running application. */
@NullMarked
package org.lantian.server.testing;

import org.jspecify.annotations.NullMarked;
