@NullMarked
package org.stele.command.attestation.provideclarification;

import org.jspecify.annotations.NullMarked;
