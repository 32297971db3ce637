/** The registrar withholds the text of an attestation at its State's request. */
@NullMarked
package org.stele.command.attestation.withholdattestation;

import org.jspecify.annotations.NullMarked;
