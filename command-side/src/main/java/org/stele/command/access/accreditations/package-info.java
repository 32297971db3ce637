/** The page on which a registrar accredits people, and ends accreditations. */
@NullMarked
package org.stele.command.access.accreditations;

import org.jspecify.annotations.NullMarked;
