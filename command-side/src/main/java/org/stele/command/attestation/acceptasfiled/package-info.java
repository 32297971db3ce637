/** The chair accepts a version of an attestation as filed. */
@NullMarked
package org.stele.command.attestation.acceptasfiled;

import org.jspecify.annotations.NullMarked;
