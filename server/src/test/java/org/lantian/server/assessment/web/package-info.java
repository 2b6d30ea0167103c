@NullMarked
package org.lantian.server.assessment.web;

import org.jspecify.annotations.NullMarked;
