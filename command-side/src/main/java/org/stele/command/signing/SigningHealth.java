package org.stele.command.signing;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.stele.eventstore.home.Pins.AcceptedRoot;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.signing.CheckpointSigner;
import org.stele.eventstore.signing.SigningStatus;

/**
 * Down while nothing is signed: before the first round, while the database fails, and once it has stopped. It shows an
 * operator's accepted root.
 */
final class SigningHealth extends AbstractHealthIndicator {

    private final CheckpointSigner signer;
    private final LedgerReader ledger;

    SigningHealth(CheckpointSigner signer, LedgerReader ledger) {
        this.signer = signer;
        this.ledger = ledger;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        SigningStatus status = signer.status();
        boolean works = switch (status.phase()) {
            case SIGNING, STANDING_BY -> true;
            case STARTING, INTERRUPTED, STOPPED -> false;
        };
        health.status(works ? Status.UP : Status.DOWN)
                .withDetail("phase", status.phase())
                .withDetail("size", status.size())
                .withDetail("head", ledger.head())
                .withDetail("roundMillis", status.round().toMillis());
        AcceptedRoot accepted = signer.accepted();
        if (accepted != null) {
            health.withDetail("acceptedRoot", accepted.toString());
        }
        if (!status.reason().isEmpty()) {
            health.withDetail("reason", status.reason());
        }
    }
}
