/** The registrar enters a version of an attestation as received. */
@NullMarked
package org.stele.command.attestation.receiveattestation;

import org.jspecify.annotations.NullMarked;
