package org.stele.command.access.accreditofficial;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.access.AccreditedAccounts;
import org.stele.command.axon.AxonModule;
import org.stele.command.http.CommandResponder;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(AccreditOfficialEndpoint.class)
public class AccreditOfficialSlice {

    @Bean
    AxonModule accreditOfficial() {
        return AxonModule.of(new AccreditOfficialHandler());
    }

    @Bean
    Accrediting accrediting(CommandResponder responder, AccreditedAccounts accounts) {
        return new Accrediting(responder, accounts);
    }
}
