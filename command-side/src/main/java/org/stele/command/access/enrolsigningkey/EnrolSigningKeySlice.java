package org.stele.command.access.enrolsigningkey;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(EnrolSigningKeyEndpoint.class)
public class EnrolSigningKeySlice {

    @Bean
    AxonModule enrolSigningKey() {
        return AxonModule.of(new EnrolSigningKeyHandler());
    }
}
