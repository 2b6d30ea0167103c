/** Work to do between the start of the server and its being ready. */
@NullMarked
package org.lantian.server.startup;

import org.jspecify.annotations.NullMarked;
