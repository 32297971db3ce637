@NullMarked
package org.stele.command.attestation.acceptasfiled;

import org.jspecify.annotations.NullMarked;
