package org.stele.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** NoneSkipped fails a suite of which a case did not run: a suite that is left out in part proves nothing. */
final class NoneSkipped implements TestWatcher, AfterAllCallback {

    private final Class<?> suite;
    private final int cases;
    private final AtomicInteger passed = new AtomicInteger();
    private final AtomicInteger others = new AtomicInteger();

    NoneSkipped(Class<?> suite, int cases) {
        this.suite = suite;
        this.cases = cases;
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        passed.incrementAndGet();
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        others.incrementAndGet();
    }

    @Override
    public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
        others.incrementAndGet();
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        others.incrementAndGet();
    }

    /** Nested classes end before the suite that holds them. */
    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getRequiredTestClass().equals(suite)) {
            assertThat(others.get()).as("cases that were skipped or failed").isZero();
            assertThat(passed.get()).as("cases that passed").isEqualTo(cases);
        }
    }
}
