@NullMarked
package org.stele.identity.passkey;

import org.jspecify.annotations.NullMarked;
