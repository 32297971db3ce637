/** Programs that act for an account: their keys, what they prove themselves by, and the tokens that they get. */
@NullMarked
package org.stele.identity.program;

import org.jspecify.annotations.NullMarked;
