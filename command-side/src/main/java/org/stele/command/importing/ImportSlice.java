package org.stele.command.importing;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.entry.Commands;
import org.stele.events.Role;
import org.stele.eventstore.append.postgres.AppendReceipts;
import org.stele.eventstore.read.LedgerReader;
import org.stele.keys.KeyedIds;
import org.stele.web.limit.Limits;

/** The beans of the import. */
@Configuration(proxyBeanMethods = false)
@Import(ImportEndpoint.class)
public class ImportSlice {

    @Bean
    Importer importer(
            Commands commands,
            @Qualifier("commandDataSource") DataSource ledger,
            Clock clock,
            Limits limits,
            KeyedIds keyedIds,
            AppendReceipts receipts) {
        return new Importer(
                commands,
                new LedgerReader(ledger)::head,
                clock,
                limits,
                keyedIds,
                id -> receipts.find(Role.REGISTRAR.id(), id.value()) != null);
    }
}
