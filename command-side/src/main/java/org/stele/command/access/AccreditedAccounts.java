package org.stele.command.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.Rejected;
import org.stele.events.Actor;
import org.stele.events.FilingId;
import org.stele.events.Role;
import org.stele.events.access.AccreditationWithdrawn;
import org.stele.events.access.OfficialAccredited;
import org.stele.events.access.StaffAccreditationWithdrawn;
import org.stele.events.access.StaffAccredited;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.event.Selection;
import org.stele.identity.account.Account;
import org.stele.identity.account.Accounts;
import org.stele.identity.account.SecretText;
import org.stele.identity.account.Usernames;

/** The accounts by which accredited persons sign in. Each has the id of its accreditation. Safe for all threads. */
public final class AccreditedAccounts {

    /** The events that say who is accredited. */
    public static final Selection ACCREDITATIONS = Selection.types(
            EventTypes.name(OfficialAccredited.class),
            EventTypes.name(StaffAccredited.class),
            EventTypes.name(AccreditationWithdrawn.class),
            EventTypes.name(StaffAccreditationWithdrawn.class));

    private static final Duration INVITED_FOR = Duration.ofDays(7);

    private final Accounts accounts;
    private final SecureRandom random = new SecureRandom();

    AccreditedAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The role of this kebab-case name; refused where there is none. */
    public static Role role(String id) {
        return Role.find(id)
                .orElseThrow(() -> Rejected.malformed(
                        "role",
                        "Expected one of "
                                + Stream.of(Role.values()).map(Role::id).collect(Collectors.joining(", ")) + "."));
    }

    /**
     * The name of an account to open: the one that is asked for, or the staff id. Refused where another account has it.
     *
     * @param asked null for the staff id
     */
    public String username(FilingId accreditation, @Nullable String asked, String staffId) {
        String username;
        try {
            username = Usernames.parse(asked == null ? staffId : asked);
        } catch (IllegalArgumentException e) {
            throw Rejected.malformed("username", String.valueOf(e.getMessage()));
        }
        boolean isTaken = accounts.findEvenClosed(username)
                .filter(account -> !account.id().equals(accreditation.value()))
                .isPresent();
        if (isTaken) {
            throw Rejected.lifecycle(
                    "username-taken", "An account has the name %s, or had it. Ask for another.".formatted(username));
        }
        return username;
    }

    /** Whether somebody can sign in as a registrar. */
    public boolean hasRegistrar() {
        return accounts.hasPasswordFor(Role.REGISTRAR);
    }

    /** Opens the account of an accreditation that is on record, unless it is open or was closed. */
    public Account open(FilingId accreditation, String username, Actor actor) {
        return accounts.find(accreditation.value())
                .orElseGet(() -> accounts.open(accreditation.value(), username, actor, null));
    }

    /** The open account of an accreditation. */
    public Optional<Account> find(FilingId accreditation) {
        return accounts.find(accreditation.value());
    }

    /** Whether nobody has chosen the password of an open account yet. */
    public boolean isAwaited(FilingId accreditation) {
        return accounts.findWithoutPassword(accreditation.value()).isPresent();
    }

    /** The path of a new invitation to choose the account's password; null where one is chosen, or the account is closed. */
    public @Nullable String invite(FilingId accreditation) {
        Optional<Account> waiting = accounts.findWithoutPassword(accreditation.value());
        if (waiting.isEmpty()) {
            return null;
        }
        SecretText invitation = SecretText.random("", random);
        accounts.invite(waiting.get(), invitation, INVITED_FOR);
        return "/invitations/" + invitation.text();
    }

    /** The same, and the end of every invitation before: one of them was lost. */
    public @Nullable String inviteAnew(FilingId accreditation) {
        accounts.findWithoutPassword(accreditation.value()).ifPresent(accounts::endInvitations);
        return invite(accreditation);
    }

    /** Ends what the account of a withdrawn accreditation allows, with the next request on every node. */
    public void close(FilingId accreditation) {
        accounts.close(accreditation.value());
    }
}
