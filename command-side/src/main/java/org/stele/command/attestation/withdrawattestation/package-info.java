/** A State withdraws an attestation. */
@NullMarked
package org.stele.command.attestation.withdrawattestation;

import org.jspecify.annotations.NullMarked;
