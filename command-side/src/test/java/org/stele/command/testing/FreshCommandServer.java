package org.stele.command.testing;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.schema.LedgerRoles;
import org.stele.identity.IdentityMigration;

/** A command side on a ledger that begins empty and that only one class of tests has. */
@SpringBootTest(classes = CommandSideWithoutSignIn.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(CommandServer.FixedDay.class)
@DirtiesContext
public abstract class FreshCommandServer {

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("commandLedgerReader")
    private LedgerReader ledger;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        TestDatabase database = TestDatabase.create();
        properties.add("stele.home", () -> CommandServer.newHome().toString());
        IdentityMigration.migrate(database.owner());
        properties.add("STELE_DB_URL", database::jdbcUrl);
        properties.add("STELE_DB_COMMAND_USER", () -> LedgerRoles.COMMAND);
        properties.add("STELE_DB_COMMAND_PASSWORD", () -> database.roles().commandPassword());
    }

    protected LedgerReader ledger() {
        return ledger;
    }

    protected Client client() {
        return new Client(port);
    }
}
