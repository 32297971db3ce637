package org.stele.command.custody;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.stele.events.Sha256Digest;
import org.stele.events.custody.CustodyMatter;
import org.stele.events.custody.DamageAcceptanceProposed;
import org.stele.events.custody.DamageAccepted;
import org.stele.eventstore.damage.Damage;
import org.stele.eventstore.damage.Damages;
import org.stele.ledger.Hash;

/** Damage of one position, as it is found, proposed to be accepted, and accepted. */
public final class DamageSamples {

    public static final long POSITION = 7;
    public static final Hash LEAF_HASH = hash("leaf");
    public static final Damage DAMAGE = new Damage(POSITION, "event 7: another body", LEAF_HASH, hash("found"));
    public static final Damage OF_THE_LEAF = new Damage(POSITION, "event 7: another leaf", null, hash("found"));

    /** Something is wrong at position 7, at position 8 with its leaf, and nowhere else. */
    public static final Damages FOUND = position -> switch ((int) position) {
        case 7 -> Optional.of(DAMAGE);
        case 8 -> Optional.of(OF_THE_LEAF);
        default -> Optional.empty();
    };

    private DamageSamples() {}

    private static Hash hash(String text) {
        return Hash.sha256(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Sha256Digest digest(Hash hash) {
        return new Sha256Digest(hash.hex());
    }

    public static DamageAcceptanceProposed proposed(String by) {
        return proposed(by, "found");
    }

    /** @param found stands for what the position held */
    public static DamageAcceptanceProposed proposed(String by, String found) {
        return new DamageAcceptanceProposed(
                CustodyMatter.DAMAGE,
                CustodyMatter.DAMAGE.idAt(POSITION),
                POSITION,
                digest(LEAF_HASH),
                digest(hash(found)),
                DAMAGE.found(),
                "No backup has it.",
                by);
    }

    public static DamageAccepted accepted(String first, String second) {
        DamageAcceptanceProposed proposal = proposed(first);
        return new DamageAccepted(
                proposal.matter(),
                proposal.damage(),
                proposal.position(),
                proposal.leafHash(),
                proposal.foundSha256(),
                proposal.found(),
                proposal.reason(),
                first,
                second);
    }
}
