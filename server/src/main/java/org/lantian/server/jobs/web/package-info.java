/** Jobs over HTTP. */
@NullMarked
package org.lantian.server.jobs.web;

import org.jspecify.annotations.NullMarked;
