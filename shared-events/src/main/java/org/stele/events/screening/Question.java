package org.stele.events.screening;

/**
 * The question of a screening: is the subject designated, or does paragraph 8 apply to the person? An answer to one
 * says nothing about the other.
 */
public enum Question {
    DESIGNATION,
    PARAGRAPH_8
}
