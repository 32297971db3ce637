package org.stele.verifier;

import java.util.List;
import org.stele.ledger.submitter.Roots;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The root keys of States that the auditor was given, besides those in the policy. */
final class RootOption {

    @Option(
            names = "--root",
            paramLabel = "STATE=FINGERPRINT",
            description = "The fingerprint of a State's root key, as the State gave it to you; may be repeated.")
    private List<String> stated = List.of();

    Roots and(CommandSpec spec, Roots ofPolicy) {
        return Check.given(
                spec,
                "a State and the fingerprint of its root key after --root",
                () -> Roots.parse(stated).and(ofPolicy));
    }
}
