/** The registrar takes a published attestation off the page. */
@NullMarked
package org.stele.command.attestation.unpublishattestation;

import org.jspecify.annotations.NullMarked;
