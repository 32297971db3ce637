package org.stele.standalone;

import static org.awaitility.Awaitility.await;
import static org.stele.standalone.MatrixSite.OWNER;

import java.time.Duration;
import java.util.function.Predicate;
import org.stele.standalone.Attempt.Answer;
import tools.jackson.databind.json.JsonMapper;

/** What is recorded before anybody tries: a text of its own in each place that is withheld, confidential or protected. */
final class MatrixPlants {

    /** References to persons, that are sealed in a notice. */
    private static final String FIRST_PERSON = "7d0c5a41-88f3-4c1e-9a6b-51c2e07d9f10";

    private static final String SECOND_PERSON = "c2f9a7de-1b34-4f6a-8d55-90e1b7a3c412";

    /** Whom a screening is about. */
    private static final String SCREENED = "e8a4417d-0c2b-4f59-b7d6-2f6310c9ae54";

    private final MatrixSite site;
    private final Caller signatory;
    private final Caller analyst;
    private final Caller registrar;
    private final Caller chair;
    private final Caller custodian;

    MatrixPlants(MatrixSite site) {
        this.site = site;
        this.signatory = site.caller("signatory", OWNER);
        this.analyst = site.caller("screening-analyst", OWNER);
        this.registrar = site.caller("registrar", "");
        this.chair = site.caller("chair", "");
        this.custodian = site.caller("custodian", "");
    }

    void plant() throws Exception {
        plantWithheld();
        plantDrafts();
        plantPublishedAndWithheld();
        plantClaims();
        plantEvidence();
        plantCounts();
        plantDiscrepancy();
        plantScreenings();
        plantCustody();
        plantAccreditations();
    }

    private String canary(String what, Predicate<Caller> seenBy) {
        Canary canary = Canary.of(what, seenBy);
        site.canaries.add(canary);
        return canary.text();
    }

    private static boolean seesFilings(Caller caller) {
        return caller.isAuditing() || caller.isOfCommittee() || caller.isOf(OWNER);
    }

    private static boolean audits(Caller caller) {
        return caller.isAuditing() || caller.isOf(OWNER);
    }

    private String ofFilings(String what) {
        return canary(what, MatrixPlants::seesFilings);
    }

    private void record(String name, Caller caller, String path, String body, Object... texts) throws Exception {
        site.record(name, caller, "/api/v1/" + path, body.formatted(texts).replace('\'', '"'));
    }

    /** A report that the State asked to withhold, with a question about it and the answer. */
    private void plantWithheld() throws Exception {
        site.canaries.add(Canary.number("739251", MatrixPlants::seesFilings));
        record(
                "attestation",
                signatory,
                "attestations",
                "{'obligation': 'REP-FIN', 'remainingCount': 739251, 'explanation': '%s', 'summary': '%s'}",
                ofFilings("explanation"),
                ofFilings("summary"));
        String on = "attestations/" + site.id("attestation");
        record("receipt", registrar, on + "/receipt", "{'version': 1, 'reference': '%s'}", ofFilings("reference"));
        record("withholding", registrar, on + "/withholding", "{'reason': '%s'}", ofFilings("withholding"));
        record("clarification", chair, on + "/clarification-requests", "{'question': '%s'}", ofFilings("question"));
        record(
                "answer",
                signatory,
                "clarification-requests/" + site.id("clarification") + "/answer",
                "{'answer': '%s'}",
                ofFilings("answer"));
    }

    /** What was submitted and is not received yet: once as it is, once changed, and once taken back. */
    private void plantDrafts() throws Exception {
        String body = "{'obligation': '%s', 'remainingCount': 9, 'explanation': '%s'}";
        record("draft", signatory, "attestations", body, "REP-MID", ofFilings("draft"));
        record(
                "amendment",
                signatory,
                "attestations/" + site.id("draft") + "/amendments",
                "{'reason': '%s', 'remainingCount': 8, 'explanation': '%s'}",
                ofFilings("amendment-reason"),
                ofFilings("amended"));
        record("taken-back", signatory, "attestations", body, "NIR-2375", ofFilings("taken-back"));
        record(
                "taking-back",
                signatory,
                "attestations/" + site.id("taken-back") + "/withdrawal",
                "{'reason': '%s'}",
                ofFilings("taking-back"));
    }

    /** What everybody could read before it was withheld is withheld on whatever day they look. */
    private void plantPublishedAndWithheld() throws Exception {
        record(
                "published",
                signatory,
                "attestations",
                "{'obligation': 'NIR-2397', 'explanation': '%s'}",
                ofFilings("published"));
        String on = "attestations/" + site.id("published");
        record("published-receipt", registrar, on + "/receipt", "{'version': 1}");
        record("publication", registrar, on + "/publication", "{'version': 1}");
        record("unpublication", registrar, on + "/unpublication", "{'reason': '%s'}", ofFilings("unpublication"));
    }

    private void plantClaims() throws Exception {
        String body = "{'ground': '%s', 'count': 2, 'effectiveOn': '2019-12-22', 'summary': '%s'}";
        // Sealed: even the State reads it with a reason alone.
        record("protected", signatory, "exemption-claims", body, "REFUGEE_LAW", canary("protected", _ -> false));
        record("claim", signatory, "exemption-claims", body, "NATIONAL_LAW", ofFilings("exemption"));
        String on = "claims/" + site.id("claim");
        record("dispute", registrar, on + "/dispute", "{'body': 'MSMT', 'reason': '%s'}", ofFilings("dispute"));
        record("upholding", chair, on + "/upholding", "{'reason': '%s'}", ofFilings("upholding"));
        record("destroyed", signatory, "exemption-claims", body, "HUMAN_RIGHTS_LAW", canary("destroyed", _ -> false));
    }

    private void plantEvidence() throws Exception {
        String body = """
                {'memberState': '%s', %s 'kind': 'PRESS', 'asOf': '2025-03', 'confidential': true, 'contests': false,
                 'statement': '%s', 'sourceTitle': '%s', 'sourceAddress': 'https://example.org/%s'}
                """;
        Predicate<Caller> committee = caller -> caller.isAuditing() || caller.isOfCommittee();
        Predicate<Caller> monitors =
                caller -> committee.test(caller) || caller.role().equals("monitor");
        record(
                "evidence",
                site.caller("monitor", ""),
                "evidence",
                body,
                OWNER,
                "'body': 'MSMT',",
                canary("msmt", monitors),
                canary("msmt-title", monitors),
                canary("msmt-address", monitors));
        record(
                "confidential",
                registrar,
                "evidence",
                body,
                OWNER,
                "",
                canary("confidential", committee),
                canary("confidential-title", committee),
                canary("confidential-address", committee));
        record(
                "resolved",
                chair,
                "evidence/" + site.id("confidential") + "/resolution",
                "{'resolution': '%s'}",
                canary("resolution", committee));
    }

    private void plantCounts() throws Exception {
        site.canaries.add(Canary.literally(FIRST_PERSON, _ -> false));
        site.canaries.add(Canary.literally(SECOND_PERSON, _ -> false));
        record(
                "notice",
                signatory,
                "repatriation-notices",
                "{'category': 'WORKER', 'subjects': ['%s', '%s'], 'departed': '2019-11-14', 'destination': 'PRK'}",
                FIRST_PERSON,
                SECOND_PERSON);
        record("arrival", signatory, "arrivals", "{'category': 'WORKER', 'count': 2, 'arrived': '2018-05'}");
        String baseline = "{'count': %s, 'basis': 'PERMITS', 'on': '2017-12-22'}";
        record("baseline", signatory, "baselines", baseline, 24);
        record("other-baseline", signatory, "baselines", baseline, 25);
    }

    private void plantDiscrepancy() throws Exception {
        String id = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> site.stele
                                .json("/api/v1/discrepancies?state=" + OWNER)
                                .at("/discrepancies/0/id")
                                .asString(""),
                        found -> !found.isEmpty());
        site.name("discrepancy", id);
        record(
                "explained",
                signatory,
                "discrepancies/" + id + "/explanation",
                "{'text': '%s'}",
                ofFilings("explained"));
        record("decided", chair, "discrepancies/" + id + "/resolution", "{'text': '%s'}", ofFilings("decided"));
    }

    /** One whose verdict waits for the other person, one whose verdict was given back, and one without. */
    private void plantScreenings() throws Exception {
        site.canaries.add(Canary.literally(SCREENED, MatrixPlants::audits));
        for (String name : new String[] {"screening", "returned", "waiting"}) {
            record(name, analyst, "screenings", """
                    {'subject': '%s', 'subjectKind': 'PERSON', 'question': 'DESIGNATION', 'trigger': 'ONBOARDING',
                     'threshold': 0.7, 'limit': 10,
                     'candidates': [{'entryReference': 'KPi.001', 'score': 0.82, 'features': {'name': 0.9}}]}
                    """, SCREENED);
        }
        for (String name : new String[] {"screening", "returned"}) {
            record(
                    name + "-verdict",
                    analyst,
                    "screenings/" + site.id(name) + "/verdict",
                    """
                    {'candidates': [{'entry': 'KPi.001', 'disposition': 'FALSE_POSITIVE', 'reasonCode': 'OTHER_PERSON',
                     'rationale': '%s'}]}
                    """,
                    canary("rationale-" + name, _ -> false));
        }
        record(
                "return",
                site.caller("screening-reviewer", OWNER),
                "screenings/" + site.id("returned") + "/return",
                "{'reason': '%s'}",
                canary("returned", MatrixPlants::audits));
        record(
                "request",
                analyst,
                "screening-requests",
                "{'subject': '%s', 'subjectKind': 'PERSON', 'question': 'DESIGNATION', 'trigger': 'PERIODIC'}",
                SCREENED);
    }

    /** What is sealed is read, a key destroyed, and the removal of a body proposed. */
    private void plantCustody() throws Exception {
        String claim = "/api/v1/events/" + site.position("protected");
        Answer read = site.send(Attempt.post(
                site.caller("focal-point", OWNER),
                claim + "/unsealing",
                "{\"reason\": \"%s\"}".formatted(canary("unsealing", MatrixPlants::audits))));
        if (read.status() != 201 || !read.text().contains("canary-protected")) {
            throw new IllegalStateException(read + " " + read.text());
        }
        site.positions.add(
                JsonMapper.shared().readTree(read.bytes()).path("position").asLong());
        record(
                "destruction",
                custodian,
                "subjects/" + site.id("destroyed") + "/shredding",
                "{'reason': '%s'}",
                canary("destruction", Caller::isAuditing));
        record(
                "redaction",
                custodian,
                "events/" + site.position("attestation") + "/redaction",
                "{'reason': '%s'}",
                canary("redaction", MatrixPlants::audits));
    }

    private void plantAccreditations() throws Exception {
        record(
                "accreditation",
                registrar,
                "accreditations",
                "{'official': '%s', 'role': 'focal-point', 'memberState': '%s'}",
                ofFilings("official"),
                OWNER);
        record(
                "accreditation-ended",
                registrar,
                "accreditations/" + site.id("accreditation") + "/withdrawal",
                "{'reason': '%s'}",
                ofFilings("accreditation-ended"));
    }
}
