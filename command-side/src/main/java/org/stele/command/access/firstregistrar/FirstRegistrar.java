package org.stele.command.access.firstregistrar;

import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stele.command.access.AccreditedAccounts;
import org.stele.command.access.accreditofficial.AccreditOfficial;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Commands;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.NewYork;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.identity.passkey.RelyingParty;

/**
 * Where nobody can sign in as a registrar, the start accredits one, by itself and on record, and prints the link by which one
 * person becomes it, once. Every other accreditation is by a registrar.
 */
@Configuration(proxyBeanMethods = false)
public class FirstRegistrar {

    private static final Logger LOG = LoggerFactory.getLogger(FirstRegistrar.class);
    private static final Actor REGISTRAR = new Actor("registrar", Role.REGISTRAR, null);

    /** Always the same: a second start finds what the first recorded. */
    private static final CommandId COMMAND = new CommandId(UUID.fromString("7b1d6f0e-52c8-4d0a-9a54-6d2f0c1be001"));

    /** After the demonstration, which has a registrar of its own. */
    @Bean
    @Order(100)
    ApplicationRunner firstRegistrarLink(
            Commands commands, AccreditedAccounts accounts, Clock clock, ObjectProvider<RelyingParty> party) {
        return _ -> {
            try {
                if (!accounts.hasRegistrar()) {
                    print(invite(commands, accounts, clock), party.getObject());
                }
            } catch (LedgerUnavailable e) {
                LOG.error(
                        "Nobody is a registrar here, and none can be accredited now; start again later. {}",
                        e.getMessage());
            }
        };
    }

    private static String invite(Commands commands, AccreditedAccounts accounts, Clock clock) {
        CommandContext entry = new CommandContext(REGISTRAR, COMMAND, NewYork.today(clock));
        AccreditOfficial command = new AccreditOfficial(entry, REGISTRAR.staffId(), REGISTRAR.role(), null, null);
        commands.send(command, Sha256Digest.of());
        accounts.open(command.filing(), REGISTRAR.staffId(), REGISTRAR);
        return String.valueOf(accounts.invite(command.filing()));
    }

    /** On standard output alone, and in no log of lines that are kept. */
    private static void print(String path, RelyingParty party) {
        System.out.println(
                "Nobody is a registrar here yet. Whoever opens this link within 7 days becomes the first, under the name %s: %s%s"
                        .formatted(REGISTRAR.staffId(), party.first(), path));
    }
}
