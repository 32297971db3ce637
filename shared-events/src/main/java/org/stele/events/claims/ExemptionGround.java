package org.stele.events.claims;

/** A ground on which paragraph 8 itself permits a person to stay. The list is closed. */
public enum ExemptionGround {
    OWN_NATIONAL,
    NATIONAL_LAW,
    REFUGEE_LAW,
    HUMAN_RIGHTS_LAW,
    UN_HEADQUARTERS_AGREEMENT,
    UN_PRIVILEGES_AND_IMMUNITIES,
    OTHER_INTERNATIONAL_LAW
}
