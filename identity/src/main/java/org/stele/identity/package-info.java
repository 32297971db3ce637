/** Who asks: accounts, sign-in, sessions and tokens. */
@NullMarked
package org.stele.identity;

import org.jspecify.annotations.NullMarked;
