package org.stele.events;

/**
 * Why a person is within paragraph 8, or accompanies someone who is. Counts of different categories are never added.
 */
public enum PersonsCategory {
    WORKER,
    ATTACHE,
    DEPENDANT
}
