/** A State replaces the content of an attestation. */
@NullMarked
package org.stele.command.attestation.amendattestation;

import org.jspecify.annotations.NullMarked;
