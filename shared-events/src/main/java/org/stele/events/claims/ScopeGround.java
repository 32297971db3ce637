package org.stele.events.claims;

/** A reason why a State claims persons to be outside paragraph 8. It is no exception and lowers no count by itself. */
public enum ScopeGround {
    NOT_EARNING_INCOME,
    HUMANITARIAN_AGREEMENT,
    LAWFUL_IMMIGRANT,
    OTHER
}
