package org.stele.command.custody.confirmredaction;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;
import org.stele.command.custody.Rounds;
import org.stele.eventstore.damage.Redactions;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(ConfirmRedactionEndpoint.class)
public class ConfirmRedactionSlice {

    @Bean
    AxonModule confirmRedaction(Redactions redactions) {
        return AxonModule.of(new ConfirmRedactionHandler(redactions), ConfirmRedactionHandler.State.class);
    }

    @Bean
    BodyRemover bodyRemover(Redactions redactions) {
        return new BodyRemover(redactions);
    }

    @Bean
    Rounds bodyRemoverRounds(BodyRemover remover) {
        return new Rounds("body-remover", Duration.ofSeconds(10), remover::carryOut);
    }

    /** The proposal looks at the same. */
    @Bean
    Redactions redactions(@Qualifier("commandDataSource") DataSource unpooled) {
        return new Redactions(unpooled);
    }
}
