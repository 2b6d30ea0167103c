/** The read API on a city's air: controllers, and the records they answer with. */
@NullMarked
package org.lantian.server.assessment.web;

import org.jspecify.annotations.NullMarked;
