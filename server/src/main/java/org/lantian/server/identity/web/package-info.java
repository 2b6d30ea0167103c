/** Login, logout and password over HTTP. */
@NullMarked
package org.lantian.server.identity.web;

import org.jspecify.annotations.NullMarked;
