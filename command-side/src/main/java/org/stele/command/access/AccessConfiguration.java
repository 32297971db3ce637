package org.stele.command.access;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.eventstore.read.LedgerReader;
import org.stele.identity.account.Accounts;

/** The accounts that follow accreditations. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

    private static final Duration POLL = Duration.ofSeconds(1);

    @Bean
    AccreditedAccounts accreditedAccounts(Accounts accounts) {
        return new AccreditedAccounts(accounts);
    }

    @Bean
    AccountsFollowLedger accountsFollowLedger(
            @Qualifier("commandLedgerReader") LedgerReader ledger, Accounts accounts) {
        return new AccountsFollowLedger(ledger, accounts, POLL);
    }
}
