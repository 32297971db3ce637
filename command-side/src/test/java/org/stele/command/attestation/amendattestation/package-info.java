@NullMarked
package org.stele.command.attestation.amendattestation;

import org.jspecify.annotations.NullMarked;
