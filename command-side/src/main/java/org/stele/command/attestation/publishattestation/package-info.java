/** The registrar publishes a version of an attestation. */
@NullMarked
package org.stele.command.attestation.publishattestation;

import org.jspecify.annotations.NullMarked;
