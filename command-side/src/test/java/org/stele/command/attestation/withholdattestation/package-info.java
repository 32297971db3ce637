@NullMarked
package org.stele.command.attestation.withholdattestation;

import org.jspecify.annotations.NullMarked;
