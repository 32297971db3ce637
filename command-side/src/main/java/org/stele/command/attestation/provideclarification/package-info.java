/** A State answers a question about its attestation. */
@NullMarked
package org.stele.command.attestation.provideclarification;

import org.jspecify.annotations.NullMarked;
