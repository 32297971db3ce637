package org.stele.query.projection;

import org.axonframework.messaging.core.unitofwork.transaction.Transaction;
import org.axonframework.messaging.core.unitofwork.transaction.TransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;

/** Spring's transactions as Axon's units of work take them. */
record SpringTransactions(PlatformTransactionManager spring) implements TransactionManager {

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
                if (!status.isCompleted()) {
                    spring.rollback(status);
                }
            }
        };
    }

    /** Spring keeps a transaction with its thread. */
    @Override
    public boolean requiresSameThreadInvocations() {
        return true;
    }
}
