@NullMarked
package org.stele.command.attestation.unpublishattestation;

import org.jspecify.annotations.NullMarked;
