package org.stele.standalone;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who may pass which door: the addresses of the application by method and pattern. A door that is not listed fails the matrix. */
final class MatrixDoors {

    private static final Set<String> FILING = Set.of("signatory", "registrar");
    private static final Set<String> REGISTRAR = Set.of("registrar");
    private static final Set<String> CHAIR = Set.of("chair");
    private static final Set<String> ANALYST = Set.of("screening-analyst");
    private static final Set<String> REVIEWER = Set.of("screening-reviewer");
    private static final Set<String> BRINGING_KEYS = Set.of("registrar", "focal-point", "signatory");
    private static final Set<String> CUSTODY = Set.of("registrar", "auditor", "custodian");

    private MatrixDoors() {}

    /** Which roles give a command, by its operation: rules, section 2. */
    static final Map<String, Set<String>> COMMANDS = Map.ofEntries(
            entry("submitAttestation", FILING),
            entry("amendAttestation", FILING),
            entry("withdrawAttestation", FILING),
            entry("receiveAttestation", REGISTRAR),
            entry("requestClarification", Set.of("chair", "monitor")),
            entry("provideClarification", Set.of("signatory")),
            entry("acceptAsFiled", CHAIR),
            entry("publishAttestation", REGISTRAR),
            entry("unpublishAttestation", REGISTRAR),
            entry("withholdAttestation", REGISTRAR),
            entry("recordRepatriationNotice", FILING),
            entry("correctRepatriationNotice", FILING),
            entry("withdrawRepatriationNotice", FILING),
            entry("declareBaseline", FILING),
            entry("correctBaseline", FILING),
            entry("withdrawBaseline", FILING),
            entry("recordArrival", FILING),
            entry("correctArrival", FILING),
            entry("withdrawArrival", FILING),
            entry("claimExemption", FILING),
            entry("claimOutOfScope", FILING),
            entry("withdrawClaim", FILING),
            entry("disputeClaim", Set.of("monitor", "registrar")),
            entry("upholdClaim", CHAIR),
            entry("notifyPriorContracts", FILING),
            entry("recordCommitteeApproval", CHAIR),
            entry("recordEvidence", Set.of("monitor", "registrar")),
            entry("resolveEvidence", Set.of("chair", "registrar")),
            entry("explainDiscrepancy", Set.of("signatory")),
            entry("resolveDiscrepancy", Set.of("chair", "custodian")),
            entry("requestScreening", ANALYST),
            entry("recordScreeningResult", ANALYST),
            entry("recordScreeningFailure", ANALYST),
            entry("proposeVerdict", ANALYST),
            entry("confirmVerdict", REVIEWER),
            entry("returnVerdict", REVIEWER),
            entry("releaseListVersion", REGISTRAR),
            entry("rejectListVersion", REGISTRAR),
            entry("proposeDamageAcceptance", CUSTODY),
            entry("confirmDamageAcceptance", CUSTODY),
            entry("proposeRedaction", Set.of("custodian")),
            entry("confirmRedaction", CUSTODY),
            entry(
                    "readSealedData",
                    Set.of(
                            "focal-point",
                            "signatory",
                            "screening-analyst",
                            "screening-reviewer",
                            "auditor",
                            "custodian")),
            entry("accreditOfficial", REGISTRAR),
            entry("withdrawAccreditation", REGISTRAR),
            entry("enrolSigningKey", BRINGING_KEYS),
            entry("revokeSigningKey", BRINGING_KEYS),
            entry("shredSubjectKey", Set.of("custodian")));

    /** What a door is for. */
    enum Kind {
        /** Everybody reads it, through a lens. */
        OPEN,
        /** Nothing of the ledger is behind it. */
        PLAIN,
        /** Its form is sent with a session and a word of the page, which no attempt here has. */
        FORM,
        /** A file or another body that is no command of the document, for a registrar. */
        UPLOAD,
        /** An operator on this machine, or an auditor. */
        OPERATION,
        /** Who read what: for auditors and the custodian. */
        ACCESS_LOG,
        /** Who is accredited: for a registrar. */
        ACCREDITATIONS,
        /** A form to file on, for signatories. */
        FILING,
        /** What a State filed, or has sealed: for who sees it. */
        OF_A_STATE
    }

    /** The doors that are no commands. */
    static final Map<String, Kind> OTHERS = new TreeMap<>();

    static {
        for (String page : new String[] {
            "/",
            "/due",
            "/events",
            "/events/{position}",
            "/file",
            "/list-versions",
            "/screenings",
            "/screenings/{id}",
            "/screenings/due",
            "/screenings/pairings",
            "/states/{iso3}"
        }) {
            OTHERS.put("GET " + page, Kind.OPEN);
        }
        for (String api : new String[] {
            "board",
            "changes",
            "consistency",
            "discrepancies",
            "due",
            "events",
            "events/{position}",
            "events/{position}/evidence",
            "events/{position}/opening",
            "events/{position}/proof",
            "evidence.zip",
            "list-versions",
            "list-versions/{sha256}/delta",
            "screenings",
            "screenings/{id}",
            "screenings/{id}/lookback",
            "screenings/due",
            "screenings/pairings",
            "states",
            "states/{iso3}",
            "states/{iso3}/changes",
            "states/{iso3}/due",
            "states/{iso3}/evidence.zip"
        }) {
            OTHERS.put("GET /api/v1/" + api, Kind.OPEN);
        }
        for (String export : new String[] {
            "board", "discrepancies", "due", "screenings", "states/{iso3}", "states/{iso3}/changes", "states/{iso3}/due"
        }) {
            for (String format : new String[] {"csv", "xlsx", "jsonl", "pdf"}) {
                OTHERS.put("GET /api/v1/" + export + "." + format, Kind.OPEN);
            }
        }
        for (String log :
                new String[] {"checkpoint", "key", "policy", "tile/**", "states/checkpoint", "states/tile/**"}) {
            OTHERS.put("GET /log/" + log, Kind.OPEN);
        }
        for (String plain : new String[] {
            "GET /assets/{name}",
            "GET /favicon.ico",
            "GET /sign-in",
            "GET /invitations/{text}",
            "GET /account",
            "GET /account/programs",
            "GET /.well-known/oauth-authorization-server",
            "GET /actuator/health",
            "GET /actuator/health/**",
            "GET /v3/api-docs",
            "GET /v3/api-docs.yaml",
            "* /error"
        }) {
            OTHERS.put(plain, Kind.PLAIN);
        }
        for (String form : new String[] {
            "/sign-in/passkey/options",
            "/invitations/{text}",
            "/account/password",
            "/account/recovery-codes",
            "/account/sessions/end-others",
            "/account/tokens",
            "/account/tokens/end",
            "/account/programs",
            "/account/programs/end",
            "/account/programs/keys",
            "/account/programs/keys/revocation",
            "/account/accreditations",
            "/account/accreditations/{id}/invitation",
            "/account/accreditations/{id}/withdrawal",
            "/account/passkeys",
            "/account/passkeys/options",
            "/account/passkeys/removal",
            "/file/{path}",
            "/sealed/{position}"
        }) {
            OTHERS.put("POST " + form, Kind.FORM);
        }
        OTHERS.put("POST /api/v1/imports/{kind}", Kind.UPLOAD);
        OTHERS.put("POST /api/v1/list-versions", Kind.UPLOAD);
        OTHERS.put("GET /account/accreditations", Kind.ACCREDITATIONS);
        OTHERS.put("GET /account/accreditations/{id}", Kind.ACCREDITATIONS);
        OTHERS.put("GET /file/{path}", Kind.FILING);
        OTHERS.put("GET /file/receipt/{iso3}/{command}", Kind.OF_A_STATE);
        OTHERS.put("GET /sealed/{position}", Kind.OF_A_STATE);
        for (String log : new String[] {"/access-log", "/api/v1/access-log", "/api/v1/access-log/check"}) {
            OTHERS.put("GET " + log, Kind.ACCESS_LOG);
        }
        for (String operation : new String[] {
            "GET /actuator",
            "GET /actuator/held",
            "GET /actuator/mappings",
            "GET /actuator/metrics",
            "GET /actuator/metrics/{requiredMetricName}",
            "GET /actuator/projection",
            "POST /actuator/projection",
            "POST /actuator/held/{iso3}"
        }) {
            OTHERS.put(operation, Kind.OPERATION);
        }
    }

    /** Doors of filters, which no mapping names: they let people and programs in and out. */
    static final Map<String, Kind> OF_FILTERS = Map.of(
            "GET /oauth2/jwks", Kind.PLAIN,
            "POST /oauth2/token", Kind.FORM,
            "POST /sign-in", Kind.FORM,
            "POST /sign-in/passkey", Kind.FORM,
            "POST /sign-out", Kind.FORM);
}
