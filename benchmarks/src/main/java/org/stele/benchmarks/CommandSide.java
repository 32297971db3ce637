package org.stele.benchmarks;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.core.Metadata;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.attestation.submitattestation.SubmitAttestationSlice;
import org.stele.command.axon.CommandAxonConfiguration;
import org.stele.command.entry.Commands;
import org.stele.eventstore.signing.SigningHome;

/** A CommandSide is the command side's own wiring with one of its slices, and without the web before it. */
final class CommandSide implements AutoCloseable {

    private final AnnotationConfigApplicationContext context;
    private final CommandGateway gateway;
    private final Commands commands;

    private CommandSide(AnnotationConfigApplicationContext context) {
        this.context = context;
        this.gateway = context.getBean(CommandGateway.class);
        this.commands = context.getBean(Commands.class);
    }

    static CommandSide start(LedgerDatabase database) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean("commandDataSource", DataSource.class, database::command);
        // Nothing was signed there, and nothing will be.
        context.registerBean(SigningHome.class, () -> new SigningHome(Path.of("no-signing-home")));
        context.register(CommandAxonConfiguration.class, SubmitAttestationSlice.class);
        context.addBeanFactoryPostProcessor(withoutEndpoints());
        context.refresh();
        return new CommandSide(context);
    }

    /** A slice brings its endpoint along; what nobody asks for is not made. */
    private static BeanFactoryPostProcessor withoutEndpoints() {
        return beans -> {
            for (String endpoint : beans.getBeanNamesForAnnotation(RestController.class)) {
                beans.getBeanDefinition(endpoint).setLazyInit(true);
            }
        };
    }

    /** Over Axon's gateway, bus, handler and decision into the ledger. */
    void send(Submissions.Submission submission) {
        gateway.send(submission.command(), Metadata.from(submission.metadata()))
                .getResultMessage()
                .join();
    }

    /** As the pages and endpoints send it: the answer names position and leaf. */
    void sendForReceipt(Submissions.Submission submission) {
        commands.send(submission.command(), submission.requestSha256());
    }

    @Override
    public void close() {
        context.close();
    }
}
