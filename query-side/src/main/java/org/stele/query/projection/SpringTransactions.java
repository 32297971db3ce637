package org.stele.query.projection;

import org.axonframework.messaging.core.unitofwork.transaction.Transaction;
import org.axonframework.messaging.core.unitofwork.transaction.TransactionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;

/** Adapts Spring's transactions to Axon's units of work. */
record SpringTransactions(PlatformTransactionManager spring) implements TransactionManager {

    private static final Logger LOG = LoggerFactory.getLogger(SpringTransactions.class);

    @Override
    public Transaction startTransaction() {
        TransactionStatus status = spring.getTransaction(null);
        return new Transaction() {
            @Override
            public void commit() {
                if (!status.isCompleted()) {
                    spring.commit(status);
                }
            }

            @Override
            public void rollback() {
                try {
                    if (!status.isCompleted()) {
                        spring.rollback(status);
                    }
                } catch (TransactionException e) {
                    // The connection is gone, and the transaction with it. Axon would wait forever if this were thrown.
                    LOG.warn("A transaction could not be rolled back", e);
                }
            }
        };
    }

    /** Spring binds a transaction to its thread. */
    @Override
    public boolean requiresSameThreadInvocations() {
        return true;
    }
}
