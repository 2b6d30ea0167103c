/** The city over HTTP. */
@NullMarked
package org.lantian.server.city.web;

import org.jspecify.annotations.NullMarked;
