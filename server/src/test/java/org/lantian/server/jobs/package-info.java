@NullMarked
package org.lantian.server.jobs;

import org.jspecify.annotations.NullMarked;
