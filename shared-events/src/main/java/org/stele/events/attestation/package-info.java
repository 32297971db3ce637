/** The attestations of Member States to the Committee, and the Committee's actions on them. */
@NullMarked
package org.stele.events.attestation;

import org.jspecify.annotations.NullMarked;
