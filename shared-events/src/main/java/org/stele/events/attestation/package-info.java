/** What Member States attest to the Committee, and what the Committee does with it. */
@NullMarked
package org.stele.events.attestation;

import org.jspecify.annotations.NullMarked;
