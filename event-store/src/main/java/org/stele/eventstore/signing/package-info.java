/** The signer, the check against what was kept outside the database, and the witnesses that it asks. */
@NullMarked
package org.stele.eventstore.signing;

import org.jspecify.annotations.NullMarked;
