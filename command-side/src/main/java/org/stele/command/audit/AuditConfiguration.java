package org.stele.command.audit;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.events.Tags;
import org.stele.eventstore.audit.BackgroundAudit;
import org.stele.eventstore.audit.FoundDamages;
import org.stele.eventstore.damage.Damages;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.guard.WriteGate;
import org.stele.eventstore.home.SigningHome;
import org.stele.eventstore.read.LedgerReader;

/** The background audit of this node. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

    /**
     * It keeps one connection. The reader is a parameter so that the ledger is opened, and its checks at the start are
     * done, before.
     */
    @Bean(destroyMethod = "close")
    BackgroundAudit backgroundAudit(
            @Qualifier("commandDataSource") DataSource database,
            @Qualifier("commandLedgerReader") LedgerReader ledger,
            WriteGate gate,
            SigningHome home,
            @Value("${stele.audit.pass:PT6H}") Duration longestPass) {
        return BackgroundAudit.start(
                database,
                gate,
                BackgroundAudit.Settings.defaults(
                        home, new StateTag(Tags.MEMBER_STATE), longestPass, Clock.systemUTC()));
    }

    @Bean
    Damages damages(@Qualifier("commandDataSource") DataSource database, BackgroundAudit audit) {
        return new FoundDamages(database, audit, new StateTag(Tags.MEMBER_STATE));
    }

    /** The bean's name is the component's name in the health. */
    @Bean("audit")
    AuditHealth auditHealth(BackgroundAudit audit) {
        return new AuditHealth(audit);
    }

    @Bean
    AuditMetrics auditMetrics(BackgroundAudit audit) {
        return new AuditMetrics(audit);
    }
}
