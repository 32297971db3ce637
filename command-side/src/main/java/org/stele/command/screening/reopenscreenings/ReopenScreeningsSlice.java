package org.stele.command.screening.reopenscreenings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.command.axon.AxonModule;
import org.stele.command.screening.ScreeningIds;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
public class ReopenScreeningsSlice {

    @Bean
    AxonModule reopenScreenings() {
        return AxonModule.of(new ReopenScreeningsHandler(), ScreeningIds.class, ReopenScreeningsHandler.State.class);
    }
}
