/** What every endpoint shares: pages of lists, versions against lost updates, who is calling from where, and limits. */
@NullMarked
package org.lantian.server.http;

import org.jspecify.annotations.NullMarked;
