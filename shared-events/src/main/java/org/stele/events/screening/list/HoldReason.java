package org.stele.events.screening.list;

/** Why a load is held for the registrar's word; rules, section 5. */
public enum HoldReason {
    /** It says that it was made before the version that stands. */
    OLDER_THAN_CURRENT,
    /** Two entries have one reference. */
    REFERENCE_REPEATED,
    /** An entry has another DATAID than before. */
    DATAID_CHANGED,
    /** Two entries have one DATAID. */
    DATAID_REPEATED,
    /** The count of entries moved by more than a tenth. */
    COUNT_MOVED,
    /** The file does not say when it was made, or not in a form with a zone. */
    DATE_MISSING,
    /** An entry has no reference, or one of another form. */
    REFERENCE_MISSING
}
