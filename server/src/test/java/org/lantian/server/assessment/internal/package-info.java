@NullMarked
package org.lantian.server.assessment.internal;

import org.jspecify.annotations.NullMarked;
