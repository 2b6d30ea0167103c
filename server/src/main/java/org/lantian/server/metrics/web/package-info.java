/** Figures of operation over HTTP. */
@NullMarked
package org.lantian.server.metrics.web;

import org.jspecify.annotations.NullMarked;
