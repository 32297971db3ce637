/** Passkeys (WebAuthn): their rows, their challenges, and where they work. Spring Security checks what they sign. */
@NullMarked
package org.stele.identity.passkey;

import org.jspecify.annotations.NullMarked;
