package org.stele.identity.session;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.stele.identity.account.AccessTokens;
import org.stele.identity.account.Accounts;
import org.stele.identity.account.RecoveryCodes;
import org.stele.identity.guess.Guesses;
import org.stele.identity.guess.OneAtATime;
import org.stele.identity.program.ProgramTokens;
import org.stele.identity.program.Programs;
import org.stele.identity.program.TokenKeys;
import org.stele.web.door.Forwarded;

/** The accounts, and what proves who somebody is. */
@Configuration(proxyBeanMethods = false)
class AccountBeans {

    /** About a tenth of a second of a processor for each guess. */
    private static final int BCRYPT_STRENGTH = 11;

    @Bean
    Accounts accounts(@Qualifier("identityDataSource") DataSource database) {
        return new Accounts(JdbcClient.create(database));
    }

    @Bean
    AccessTokens accessTokens(@Qualifier("identityDataSource") DataSource database) {
        return new AccessTokens(JdbcClient.create(database));
    }

    @Bean
    RecoveryCodes recoveryCodes(@Qualifier("identityDataSource") DataSource database) {
        return new RecoveryCodes(JdbcClient.create(database));
    }

    @Bean
    Programs programs(@Qualifier("identityDataSource") DataSource database) {
        return new Programs(JdbcClient.create(database));
    }

    @Bean
    TokenKeys tokenKeys(@Qualifier("identityDataSource") DataSource database) {
        return new TokenKeys(JdbcClient.create(database), Clock.systemUTC());
    }

    @Bean
    ProgramTokens programTokens(Programs programs, Accounts accounts, TokenKeys keys) {
        return new ProgramTokens(programs, accounts, keys, Clock.systemUTC());
    }

    @Bean
    SignedInCredentials credentials(Accounts accounts) {
        return new SignedInCredentials(accounts, Clock.systemUTC());
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new OneAtATime(new BCryptPasswordEncoder(BCRYPT_STRENGTH));
    }

    @Bean
    Guesses guesses() {
        return new Guesses();
    }

    @Bean
    GuardedSignIn guardedSignIn(
            Accounts accounts, RecoveryCodes codes, PasswordEncoder encoder, Guesses guesses, Forwarded forwarded) {
        KnownUsers users = new KnownUsers(accounts);
        DaoAuthenticationProvider byPassword = new DaoAuthenticationProvider(users);
        byPassword.setPasswordEncoder(encoder);
        return new GuardedSignIn(byPassword, new RecoveryCodeSignIn(users, codes, encoder), guesses, forwarded);
    }
}
