package org.stele.command.access.accreditofficial;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.stele.command.access.AccreditedAccounts;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.events.Actor;
import org.stele.events.Role;

/** Records accreditations, and opens the accounts of those who are accredited. Safe for all threads. */
public final class Accrediting {

    private final CommandResponder responder;
    private final AccreditedAccounts accounts;

    Accrediting(CommandResponder responder, AccreditedAccounts accounts) {
        this.responder = responder;
        this.accounts = accounts;
    }

    /**
     * What is on record, and how the official gets in.
     *
     * @param invitation the path of a page that lets one person choose the account's password, once; null where one is chosen
     */
    public record Accredited(
            ResponseEntity<CommandReceipt> recorded,
            String username,
            @Nullable String invitation) {}

    /**
     * Records an accreditation. Repeated, it has the same receipt and another invitation.
     *
     * @throws org.stele.command.entry.Rejected where it is refused
     */
    public Accredited accredit(CommandRequest asked, AccreditOfficialBody body) {
        // The handler asks too; nobody else may learn which names are taken.
        asked.entry().requireRole(Role.REGISTRAR);
        AccreditOfficial command = new AccreditOfficial(
                asked.entry(),
                body.official(),
                AccreditedAccounts.role(body.role()),
                body.memberState(),
                body.body(),
                body.rootKey());
        String username = accounts.username(command.filing(), body.username(), body.official());
        ResponseEntity<CommandReceipt> recorded = responder.record(asked, body, command);
        CommandReceipt receipt = Objects.requireNonNull(recorded.getBody());
        accounts.open(receipt.id(), username, new Actor(command.official(), command.role(), command.memberState()));
        return new Accredited(recorded, username, accounts.invite(receipt.id()));
    }
}
