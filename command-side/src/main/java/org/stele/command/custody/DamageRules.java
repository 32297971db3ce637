package org.stele.command.custody;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;
import org.stele.events.custody.DamageAccepted;
import org.stele.eventstore.damage.Damage;
import org.stele.ledger.Hash;

/** The rules for a proposal to accept damage and for its confirmation. */
public final class DamageRules {

    private DamageRules() {}

    /** The roles that keep the ledger or answer for it; a State's officials do not decide about the record. */
    public static void requireKeeper(CommandContext entry) {
        entry.requireRole(Role.REGISTRAR, Role.AUDITOR, Role.CUSTODIAN);
    }

    /** The damage at the position, if it can be accepted and was not. */
    public static Damage require(long position, Optional<Damage> found, @Nullable DamageAccepted accepted) {
        Damage damage = found.orElseThrow(() -> Rejected.lifecycle(
                "no-damage",
                "Nothing is found wrong at position " + position
                        + ". GET /actuator/health names what the audit found."));
        if (accepted != null && accepted.foundSha256().equals(digest(damage.foundSha256()))) {
            throw Rejected.lifecycle(
                    "damage-already-accepted",
                    "This damage of position " + position + " was accepted by " + accepted.proposedBy() + " and "
                            + accepted.acceptedBy() + ".");
        }
        leafHash(damage);
        return damage;
    }

    /** The hash of a sound leaf. */
    public static Sha256Digest leafHash(Damage damage) {
        Hash leafHash = damage.leafHash();
        if (leafHash == null) {
            throw Rejected.rule(
                    "damage-not-acceptable",
                    "This cannot be accepted: " + damage.found()
                            + ". A leaf, a missing row and a chain must be put right, from a backup or a mirror of the log: see docs/operating/audit.md.");
        }
        return digest(leafHash);
    }

    public static Sha256Digest digest(Hash hash) {
        return new Sha256Digest(hash.hex());
    }
}
