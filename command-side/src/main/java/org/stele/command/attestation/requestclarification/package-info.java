/** The chair or a monitoring body asks what an attestation means. */
@NullMarked
package org.stele.command.attestation.requestclarification;

import org.jspecify.annotations.NullMarked;
