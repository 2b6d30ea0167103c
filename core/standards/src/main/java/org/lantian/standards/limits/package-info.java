/** Limits and reference states of GB 3095 (环境空气质量标准). */
@NullMarked
package org.lantian.standards.limits;

import org.jspecify.annotations.NullMarked;
