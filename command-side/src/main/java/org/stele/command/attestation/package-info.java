/** What the slices about attestations share. */
@NullMarked
package org.stele.command.attestation;

import org.jspecify.annotations.NullMarked;
