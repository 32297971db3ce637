@NullMarked
package org.stele.command.attestation.publishattestation;

import org.jspecify.annotations.NullMarked;
