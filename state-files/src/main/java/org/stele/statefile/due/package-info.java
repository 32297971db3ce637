/** What a State's file waits for; rules, section 4.6. */
@NullMarked
package org.stele.statefile.due;

import org.jspecify.annotations.NullMarked;
