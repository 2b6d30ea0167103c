/** Health over HTTP. */
@NullMarked
package org.lantian.server.startup.web;

import org.jspecify.annotations.NullMarked;
