package org.stele.benchmarks;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.axonframework.messaging.core.unitofwork.transaction.Transaction;
import org.axonframework.messaging.core.unitofwork.transaction.TransactionManager;

/** A BoundEntityManagers binds one entity manager to the thread for the duration of its transaction. */
final class BoundEntityManagers implements TransactionManager {

    private final EntityManagerFactory factory;
    private final ThreadLocal<EntityManager> bound = new ThreadLocal<>();

    BoundEntityManagers(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /** The entity manager of the running transaction, which closes it. */
    EntityManager current() {
        EntityManager manager = requireNonNull(bound.get(), "a running transaction");
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(manager, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Transaction startTransaction() {
        EntityManager manager = factory.createEntityManager();
        manager.getTransaction().begin();
        bound.set(manager);
        return new Transaction() {
            @Override
            public void commit() {
                end(() -> manager.getTransaction().commit());
            }

            @Override
            public void rollback() {
                end(() -> manager.getTransaction().rollback());
            }
        };
    }

    private void end(Runnable ending) {
        try (EntityManager manager = requireNonNull(bound.get(), "a running transaction")) {
            ending.run();
        } finally {
            bound.remove();
        }
    }
}
