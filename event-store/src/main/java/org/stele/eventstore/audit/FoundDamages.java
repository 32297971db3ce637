package org.stele.eventstore.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.audit.AuditFinding.Where;
import org.stele.eventstore.damage.AcceptedDamage;
import org.stele.eventstore.damage.Damage;
import org.stele.eventstore.damage.DamagedPlace;
import org.stele.eventstore.damage.Damages;
import org.stele.eventstore.damage.Tolerance;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.fsck.FsckRun;
import org.stele.eventstore.read.OpenLedger;
import org.stele.ledger.Hash;

/**
 * A FoundDamages gives the damage that the background audit found, checked again in the row itself. Safe for many
 * threads.
 */
public final class FoundDamages implements Damages {

    private final DataSource dataSource;
    private final BackgroundAudit audit;
    private final StateTag stateTag;

    /** @param dataSource of any role that may SELECT */
    public FoundDamages(DataSource dataSource, BackgroundAudit audit, StateTag stateTag) {
        this.dataSource = dataSource;
        this.audit = audit;
        this.stateTag = stateTag;
    }

    @Override
    public Optional<Damage> at(long position) {
        try (Connection connection = dataSource.getConnection()) {
            if (position < 1 || position > OpenLedger.head(connection)) {
                return Optional.empty();
            }
            Optional<AuditFinding> finding = finding(connection, position);
            return finding.isEmpty() ? Optional.empty() : Optional.of(damage(connection, finding.get()));
        } catch (SQLException e) {
            throw new LedgerUnavailable("Cannot look at position " + position, e);
        }
    }

    private Optional<AuditFinding> finding(Connection connection, long position) throws SQLException {
        boolean isRedacted = Tolerance.ofAccepted(connection, position - 1, position).accepted().stream()
                .anyMatch(AcceptedDamage::isRedaction);
        if (isRedacted) {
            return Optional.empty();
        }
        Optional<String> wrong = FsckRun.wrongRow(connection, position, stateTag);
        if (wrong.isPresent()) {
            return Optional.of(AuditFinding.ofRow(position, "event " + position + ": " + wrong.get()));
        }
        return audit.status().findings().stream()
                .filter(finding -> finding.position() == position && finding.where() == Where.ELSEWHERE)
                .findFirst();
    }

    private static Damage damage(Connection connection, AuditFinding finding) throws SQLException {
        long position = finding.position();
        DamagedPlace place = finding.isAcceptable() ? DamagedPlace.at(connection, position) : null;
        @Nullable Hash leafHash = place == null ? null : place.leafHash();
        return new Damage(position, finding.what(), leafHash, DamagedPlace.sha256(connection, position));
    }
}
