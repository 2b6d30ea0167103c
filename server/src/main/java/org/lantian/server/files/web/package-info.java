/** Files over HTTP. */
@NullMarked
package org.lantian.server.files.web;

import org.jspecify.annotations.NullMarked;
