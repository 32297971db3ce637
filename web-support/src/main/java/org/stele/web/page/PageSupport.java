package org.stele.web.page;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** The beans of an application with pages: one that has a {@link PageModule} for each module with templates. */
@AutoConfiguration
@ConditionalOnBean(PageModule.class)
public class PageSupport {

    @Bean
    Assets pageAssets() {
        return new Assets();
    }

    @Bean
    AssetController assetController(Assets assets) {
        return new AssetController(assets);
    }

    @Bean
    Pages pages(List<PageModule> modules) {
        return new Pages(modules);
    }

    @Bean
    Languages languages(List<PageModule> modules) {
        return new Languages(modules);
    }

    @Bean
    Frames frames(Languages languages, Assets assets, ObjectProvider<Visitors> visitors) {
        return new Frames(languages, assets, () -> {
            Visitors known = visitors.getIfAvailable();
            return known == null ? null : known.current();
        });
    }

    @Bean
    Etags etags(Assets assets, ApplicationContext context) {
        return new Etags(assets.fingerprint() + context.getStartupDate());
    }

    @Bean
    PageErrors pageErrors(Pages pages, Frames frames) {
        return new PageErrors(pages, frames);
    }

    /** A board is 550 kB of HTML, and 80 kB compressed. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> pagesCompressed() {
        Compression compression = new Compression();
        compression.setEnabled(true);
        compression.setMimeTypes(new String[] {"text/html", "text/css", "text/javascript", "image/svg+xml"});
        return server -> server.setCompression(compression);
    }
}
