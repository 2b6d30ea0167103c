/** Air quality index (环境空气质量指数) by HJ 633—2012 and HJ 633—2026. */
@NullMarked
package org.lantian.standards.aqi;

import org.jspecify.annotations.NullMarked;
