package org.stele.identity.guess;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * An encoder of passwords that occupies one processor at most, however many passwords are tried: its work is done by one thread
 * of its own, and only so many may wait for it.
 */
public final class OneAtATime implements PasswordEncoder, AutoCloseable {

    /** How many passwords may wait: about two seconds. */
    static final int MOST_WAITING = 20;

    private static final Duration BUSY = Duration.ofSeconds(3);

    private final PasswordEncoder encoder;
    private final ThreadPoolExecutor worker;

    public OneAtATime(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.worker = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().name("passwords").daemon().factory());
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return inTurn(() -> encoder.encode(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        return Boolean.TRUE.equals(inTurn(() -> encoder.matches(password, encoded)));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String encoded) {
        return encoder.upgradeEncoding(encoded);
    }

    private <T> @Nullable T inTurn(Callable<T> work) {
        try {
            return worker.submit(work).get();
        } catch (RejectedExecutionException e) {
            throw new TooManyGuesses(BUSY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyGuesses(BUSY);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
