@NullMarked
package org.stele.verifier;

import org.jspecify.annotations.NullMarked;
