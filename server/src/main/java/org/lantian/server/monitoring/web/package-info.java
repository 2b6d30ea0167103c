/** Imports and the data board over HTTP. */
@NullMarked
package org.lantian.server.monitoring.web;

import org.jspecify.annotations.NullMarked;
