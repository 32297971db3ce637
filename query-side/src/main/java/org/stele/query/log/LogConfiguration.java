package org.stele.query.log;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.eventstore.log.LogReader;
import org.stele.eventstore.read.OpenLedger;
import org.stele.query.lens.SeenEvents;
import org.stele.query.view.ViewPoints;
import org.stele.web.limit.Limit;
import org.stele.web.limit.Limits;
import org.stele.web.limit.Places;
import tools.jackson.databind.json.JsonMapper;

/** The public endpoints by which anyone verifies the ledger. */
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
    EvidenceController evidenceController(LogReader log, SeenEvents seen, ViewPoints viewPoints, Limits limits) {
        return new EvidenceController(log, seen, viewPoints, new Places(limits.count(Limit.BUNDLES_AT_ONCE)));
    }

    @Bean
    ProofController proofController(
            LogReader log, OpenLedger ledger, SeenEvents seen, ViewPoints viewPoints, JsonMapper json) {
        return new ProofController(log, ledger, seen, viewPoints, json);
    }
}
