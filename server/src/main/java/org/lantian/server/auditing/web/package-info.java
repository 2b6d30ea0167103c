/** The audit over HTTP. */
@NullMarked
package org.lantian.server.auditing.web;

import org.jspecify.annotations.NullMarked;
