/** The pages: serves the built web application with its headers. */
@NullMarked
package org.lantian.server.site;

import org.jspecify.annotations.NullMarked;
