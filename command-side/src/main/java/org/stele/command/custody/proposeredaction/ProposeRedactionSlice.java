package org.stele.command.custody.proposeredaction;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;
import org.stele.eventstore.damage.Redactions;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(ProposeRedactionEndpoint.class)
public class ProposeRedactionSlice {

    @Bean
    AxonModule proposeRedaction(Redactions redactions) {
        return AxonModule.of(new ProposeRedactionHandler(redactions), ProposeRedactionHandler.State.class);
    }
}
