package org.stele.command.filing;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.http.CommandResponder;
import org.stele.command.submitters.EnrolledPasskeys;
import org.stele.eventstore.read.LedgerReader;

/** The beans of the forms. */
@Configuration(proxyBeanMethods = false)
@Import(FilingController.class)
public class FilingSlice {

    @Bean
    FilingCommands filingDesk(
            CommandResponder receipts, @Qualifier("commandLedgerReader") LedgerReader ledger, Clock clock) {
        return new FilingCommands(receipts, new EarlierReports(ledger), new EnrolledPasskeys(ledger), clock);
    }

    @Bean
    FormSeal formSeal() {
        return FormSeal.ofThisProcess();
    }
}
