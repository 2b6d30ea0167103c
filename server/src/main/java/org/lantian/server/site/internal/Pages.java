package org.lantian.server.site.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Serves the built pages from the class path; addresses that only the pages' own router knows get the start page. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

    private static final String PLACE = "classpath:/static/";

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // these names carry a hash of the content: a new build has new names
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(PLACE + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(false)
                .addResolver(new EncodedResourceResolver());
        registry.addResourceHandler("/**")
                .addResourceLocations(PLACE)
                .setCacheControl(CacheControl.noCache())
                // no cache of resolved addresses: with the fallback their number is unlimited
                .resourceChain(false)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new StartPageFallback());
    }

    /** Gives the start page for an address without file name suffix outside the API. */
    static final class StartPageFallback extends PathResourceResolver {

        private static final Pattern FILE_OR_API = Pattern.compile("^(api|v3|error)(/.*)?$|\\.[^/]*$");

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource found = super.getResource(path, location);
            if (found != null || FILE_OR_API.matcher(path).find()) {
                return found;
            }
            return super.getResource("index.html", location);
        }
    }
}
