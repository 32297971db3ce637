/** The pages of sign-in. */
@NullMarked
package org.stele.identity.page;

import org.jspecify.annotations.NullMarked;
