@NullMarked
package org.lantian.server.monitoring.web;

import org.jspecify.annotations.NullMarked;
