package org.lantian.server.files.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the operator chose about files; properties under {@code lantian.files}.
 *
 * @param quota most that the different contents brought by one account may take
 */
@ConfigurationProperties("lantian.files")
public record FileSettings(@DefaultValue("2GB") DataSize quota) {}
