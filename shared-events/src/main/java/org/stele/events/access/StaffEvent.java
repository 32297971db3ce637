package org.stele.events.access;

import org.stele.events.FilingId;

/** An event about somebody who acts for no State. */
public sealed interface StaffEvent extends AccessEvent permits StaffAccredited, StaffAccreditationWithdrawn {

    FilingId accreditation();
}
