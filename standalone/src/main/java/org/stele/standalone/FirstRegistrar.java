package org.stele.standalone;

import java.security.SecureRandom;
import java.time.Duration;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.stele.events.Actor;
import org.stele.events.Role;
import org.stele.identity.account.Account;
import org.stele.identity.account.Accounts;
import org.stele.identity.account.SecretText;

/** Where nobody is a registrar yet, the start prints a link by which one person becomes the first, once. */
@Configuration(proxyBeanMethods = false)
class FirstRegistrar {

    private static final String USERNAME = "registrar";
    private static final Duration LIFE = Duration.ofHours(24);

    @Bean
    ApplicationRunner firstRegistrar(Accounts accounts, Environment environment) {
        return _ -> {
            if (!accounts.hasPasswordFor(Role.REGISTRAR)) {
                Account account = accounts.find(USERNAME)
                        .orElseGet(() -> accounts.open(USERNAME, new Actor(USERNAME, Role.REGISTRAR, null), null));
                SecretText invitation = SecretText.random("", new SecureRandom());
                accounts.invite(account, invitation, LIFE);
                System.out.println(
                        "Nobody is a registrar here yet. Whoever opens this link within %s hours becomes the first: http://%s:%s/invitations/%s"
                                .formatted(
                                        LIFE.toHours(),
                                        environment.getProperty("server.address"),
                                        environment.getProperty(
                                                "local.server.port", environment.getProperty("server.port")),
                                        invitation.text()));
            }
        };
    }
}
