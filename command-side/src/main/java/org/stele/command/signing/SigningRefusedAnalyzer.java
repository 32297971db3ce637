package org.stele.command.signing;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.stele.eventstore.home.SigningRefused;

/** Explains why a database was refused at the start, instead of a stack trace. */
final class SigningRefusedAnalyzer extends AbstractFailureAnalyzer<SigningRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SigningRefused cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()), "See docs/operating/signing.md for what may be done.", cause);
    }
}
