/** The custodian has the key of a subject destroyed. */
@NullMarked
package org.stele.command.custody.shredsubjectkey;

import org.jspecify.annotations.NullMarked;
