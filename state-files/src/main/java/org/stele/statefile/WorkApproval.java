package org.stele.statefile;

import java.time.LocalDate;
import org.stele.events.FilingId;
import org.stele.events.PersonsCount;

/** Work authorizations that the Committee approved in advance; S/RES/2371 (2017), para. 11. */
public record WorkApproval(
        FilingId id, PersonsCount count, String purpose, LocalDate approvedOn, long position, LocalDate recordedOn)
        implements UnchangingRecord {}
