package org.lantian.server.city.internal;

import org.lantian.city.CityPack;
import org.lantian.city.CityPackReader;
import org.lantian.server.city.CityCatalog;
import org.lantian.server.settings.LantianSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the pack that the operator chose; a broken one stops the start with all its errors. */
@Configuration(proxyBeanMethods = false)
class CityConfiguration {

    @Bean
    CityPack cityPack(LantianSettings settings) {
        return CityPackReader.load(settings.city());
    }

    @Bean
    CityCatalog cityCatalog(CityPack pack, PackLoader loader) {
        return new PackCatalog(pack, loader.load(pack));
    }
}
