@NullMarked
package org.stele.command.attestation.requestclarification;

import org.jspecify.annotations.NullMarked;
