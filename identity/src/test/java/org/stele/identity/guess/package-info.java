@NullMarked
package org.stele.identity.guess;

import org.jspecify.annotations.NullMarked;
