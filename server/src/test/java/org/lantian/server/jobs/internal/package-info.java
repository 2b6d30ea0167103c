@NullMarked
package org.lantian.server.jobs.internal;

import org.jspecify.annotations.NullMarked;
