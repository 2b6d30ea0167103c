/** Reading the change log over HTTP. */
@NullMarked
package org.lantian.server.audit.web;

import org.jspecify.annotations.NullMarked;
