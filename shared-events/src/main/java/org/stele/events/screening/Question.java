package org.stele.events.screening;

/** What a screening asks: is the subject designated, or does paragraph 8 apply to the person? One answer never stands for the other. */
public enum Question {
    DESIGNATION,
    PARAGRAPH_8
}
