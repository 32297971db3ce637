package org.stele.events.claims;

/** A ground on which paragraph 8 itself permits a person to stay. The list is closed. */
public enum ExemptionGround {
    OWN_NATIONAL,
    NATIONAL_LAW,
    REFUGEE_LAW,
    HUMAN_RIGHTS_LAW,
    UN_HEADQUARTERS_AGREEMENT,
    UN_PRIVILEGES_AND_IMMUNITIES,
    OTHER_INTERNATIONAL_LAW;

    /** Whether the ground itself tells that persons are protected: others see that it is PROTECTED, and no more (rules, 4.8). */
    public boolean isProtected() {
        return this == REFUGEE_LAW || this == HUMAN_RIGHTS_LAW;
    }
}
