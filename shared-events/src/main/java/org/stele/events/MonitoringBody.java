package org.stele.events;

/** A body that watched the sanctions: the Panel of Experts, until 2024-04-30, or the MSMT, from 2024-10. */
public enum MonitoringBody {
    PANEL,
    MSMT
}
