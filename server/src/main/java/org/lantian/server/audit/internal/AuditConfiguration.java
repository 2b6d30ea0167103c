package org.lantian.server.audit.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** Lets the audit's upkeep run by the clock, and puts its filter into the security filter chain. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AuditConfiguration {

    @Bean
    Customizer<HttpSecurity> refusalsAreRecorded(EventPreparer preparer, FloodGate gate) {
        return http -> http.addFilterAfter(new RefusalFilter(preparer, gate), SecurityContextHolderFilter.class);
    }
}
