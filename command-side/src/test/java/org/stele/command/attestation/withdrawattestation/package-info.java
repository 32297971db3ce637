@NullMarked
package org.stele.command.attestation.withdrawattestation;

import org.jspecify.annotations.NullMarked;
