package org.stele.query.log;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.events.Tags;
import org.stele.eventstore.EvidenceBundles;
import org.stele.eventstore.LedgerReader;
import org.stele.eventstore.LogReader;

/** The addresses at which anyone checks the ledger. */
@Configuration(proxyBeanMethods = false)
public class LogConfiguration {

    @Bean
    LogReader logReader(@Qualifier("queryDataSource") DataSource dataSource) {
        return new LogReader(dataSource);
    }

    @Bean
    LogController logController(LogReader log) {
        return new LogController(log);
    }

    @Bean
    EvidenceController evidenceController(LogReader log) {
        return new EvidenceController(new EvidenceBundles(log, Tags.MEMBER_STATE), log);
    }

    @Bean
    ProofController proofController(LogReader log, @Qualifier("queryLedgerReader") LedgerReader ledger) {
        return new ProofController(log, ledger);
    }
}
