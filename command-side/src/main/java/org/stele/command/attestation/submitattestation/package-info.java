/** A State submits an attestation. */
@NullMarked
package org.stele.command.attestation.submitattestation;

import org.jspecify.annotations.NullMarked;
