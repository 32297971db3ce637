@NullMarked
package org.stele.command.attestation.receiveattestation;

import org.jspecify.annotations.NullMarked;
