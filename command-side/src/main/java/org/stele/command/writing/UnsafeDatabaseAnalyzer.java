package org.stele.command.writing;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.stele.eventstore.guard.UnsafeDatabase;

/** Explains which settings of a database are refused at the start, instead of a stack trace. */
final class UnsafeDatabaseAnalyzer extends AbstractFailureAnalyzer<UnsafeDatabase> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsafeDatabase cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()), "See docs/operating/writing.md for what relies on it.", cause);
    }
}
