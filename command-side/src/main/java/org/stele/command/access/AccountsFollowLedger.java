package org.stele.command.access;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.stele.command.reading.RecordedPayload;
import org.stele.events.Actor;
import org.stele.events.FilingId;
import org.stele.events.access.AccreditationWithdrawn;
import org.stele.events.access.OfficialAccredited;
import org.stele.events.access.StaffAccreditationWithdrawn;
import org.stele.events.access.StaffAccredited;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.identity.account.Account;
import org.stele.identity.account.Accounts;

/**
 * Makes accounts agree with the ledger, which decides: at the start and every second, an account is closed whose staff id, role and
 * State no accreditation on record stands for. So neither a crash between event and account nor a row that somebody wrote into the table lets anybody in
 * for longer.
 */
final class AccountsFollowLedger implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccountsFollowLedger.class);
    private static final int PAGE = 500;

    private final LedgerReader ledger;
    private final Accounts accounts;
    private final Duration poll;
    private final Map<FilingId, Actor> standing = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private long position;

    AccountsFollowLedger(LedgerReader ledger, Accounts accounts, Duration poll) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.poll = poll;
        this.thread = Thread.ofVirtual().name("accounts-follow-ledger").start(this::follow);
    }

    private void follow() {
        try {
            do {
                step();
            } while (!closing.await(poll.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure is tried again: nobody is closed out because the ledger cannot be read. */
    private void step() {
        try {
            // Accounts first: of one that is opened meanwhile, the accreditation is read in any case.
            List<Account> open = accounts.open();
            readOn();
            Set<Actor> accredited = new HashSet<>(standing.values());
            for (Account account : open) {
                if (!accredited.contains(account.actor())) {
                    accounts.close(account.id());
                    LOG.warn("Account {} is closed: no accreditation on record stands for it", account.id());
                }
            }
        } catch (DataAccessException | LedgerUnavailable | LedgerDamaged e) {
            LOG.warn("Accounts are not compared with the ledger now: {}", e.getMessage());
        }
    }

    private void readOn() {
        long head = ledger.head();
        List<StoredEvent> events;
        do {
            events = ledger.read(AccreditedAccounts.ACCREDITATIONS, position, head, PAGE);
            for (StoredEvent event : events) {
                apply(Objects.requireNonNull(RecordedPayload.of(event)));
                position = event.position();
            }
        } while (events.size() == PAGE);
        position = head;
    }

    private void apply(Object event) {
        switch (event) {
            case OfficialAccredited one ->
                standing.put(one.accreditation(), new Actor(one.official(), one.role(), one.memberState()));
            case StaffAccredited one -> standing.put(one.accreditation(), new Actor(one.official(), one.role(), null));
            case AccreditationWithdrawn one -> standing.remove(one.accreditation());
            case StaffAccreditationWithdrawn one -> standing.remove(one.accreditation());
            default -> throw new IllegalArgumentException("Not asked for: " + event.getClass());
        }
    }

    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
    }
}
