package org.stele.verifier;

import picocli.CommandLine.Command;

/** Signs filings with a key file, offline, and what a State's root says of keys (docs/spec/submitters.md). */
@Command(
        name = "sign",
        description = "Signs filings with a key that the ledger's operator does not have. Nothing is sent.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SignKeygenCommand.class,
            SignKeyCommand.class,
            SignShowCommand.class,
            SignFilingCommand.class,
            SignEnrolCommand.class,
            SignRevokeCommand.class
        })
public final class SignCommand {}
