package org.stele.events;

/** The keys of event tags. A key is stored with every event and is never renamed. */
public final class Tags {

    public static final String MEMBER_STATE = "memberState";
    public static final String OBLIGATION = "obligation";
    public static final String ATTESTATION = "attestation";
    public static final String NOTICE = "notice";
    public static final String BASELINE = "baseline";
    public static final String ARRIVAL = "arrival";
    public static final String CLAIM = "claim";
    public static final String EVIDENCE = "evidence";
    public static final String CLARIFICATION = "clarification";
    public static final String DISCREPANCY = "discrepancy";
    public static final String SUBJECT = "subject";
    public static final String SCREENING = "screening";
    public static final String SUPERSEDES = "supersedes";
    public static final String LIST = "list";
    public static final String CUSTODY = "custody";
    public static final String DAMAGE = "damage";
    public static final String REDACTION = "redaction";
    public static final String ACCREDITATION = "accreditation";
    public static final String OFFICIAL = "official";
    public static final String SIGNING_KEY = "signingKey";

    private Tags() {}
}
