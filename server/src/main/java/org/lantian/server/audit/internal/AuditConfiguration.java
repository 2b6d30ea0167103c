package org.lantian.server.audit.internal;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the audit's upkeep run by the clock. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AuditConfiguration {}
