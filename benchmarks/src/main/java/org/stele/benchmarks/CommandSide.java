package org.stele.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.core.Metadata;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.attestation.submitattestation.SubmitAttestationSlice;
import org.stele.command.axon.CommandAxonConfiguration;
import org.stele.command.entry.Commands;
import org.stele.events.seal.Sealer;
import org.stele.events.seal.Seals;
import org.stele.eventstore.guard.WriteGate;
import org.stele.eventstore.signing.CheckpointSigner;
import org.stele.keys.KeyedIds;
import org.stele.web.limit.Limits;

/** A CommandSide is the command side's own configuration with some of its slices, and without the web. */
final class CommandSide implements AutoCloseable {

    private final AnnotationConfigApplicationContext context;
    private final CommandGateway gateway;
    private final Commands commands;

    private final Path directory;

    private CommandSide(AnnotationConfigApplicationContext context, Path directory) {
        this.context = context;
        this.directory = directory;
        this.gateway = context.getBean(CommandGateway.class);
        this.commands = context.getBean(Commands.class);
    }

    static CommandSide start(LedgerDatabase database, Class<?>... moreSlices) throws IOException, SQLException {
        Path directory = Files.createTempDirectory("stele-command-side");
        CheckpointSigner.Settings signing = SignedDatabase.settings(database, directory);
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean("commandDataSource", DataSource.class, database::command);
        context.registerBean(Clock.class, Clock::systemUTC);
        // Nothing is signed here: the start compares the ledger with this home.
        context.registerBean(CheckpointSigner.Settings.class, () -> signing);
        context.registerBean(WriteGate.class, WriteGate::new);
        context.registerBean(Limits.class, Limits::byDefault);
        context.registerBean(Seals.class, () -> new Sealer(new byte[Sealer.KEY_BYTES]));
        context.registerBean(KeyedIds.class, () -> new KeyedIds(new byte[Sealer.KEY_BYTES]));
        context.register(CommandAxonConfiguration.class, SubmitAttestationSlice.class);
        Stream.of(moreSlices).forEach(context::register);
        context.addBeanFactoryPostProcessor(withoutEndpoints());
        context.refresh();
        return new CommandSide(context, directory);
    }

    /** A slice includes its endpoint; beans that are not used are not created. */
    private static BeanFactoryPostProcessor withoutEndpoints() {
        return beans -> {
            for (String endpoint : beans.getBeanNamesForAnnotation(RestController.class)) {
                beans.getBeanDefinition(endpoint).setLazyInit(true);
            }
        };
    }

    /** Over Axon's gateway, bus and handler into the ledger. */
    void send(Submissions.Submission submission) {
        gateway.send(submission.command(), Metadata.from(submission.metadata()))
                .getResultMessage()
                .join();
    }

    /** As pages and endpoints send it: the answer has position and leaf hash. */
    void sendForReceipt(Submissions.Submission submission) {
        commands.send(submission.command(), submission.requestSha256());
    }

    /** A bean of one of the slices. */
    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() throws IOException {
        context.close();
        SignedDatabase.delete(directory);
    }
}
