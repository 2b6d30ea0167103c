/** Assessment of ambient air quality by HJ 663 (环境空气质量评价技术规范). */
@NullMarked
package org.lantian.standards.assessment;

import org.jspecify.annotations.NullMarked;
