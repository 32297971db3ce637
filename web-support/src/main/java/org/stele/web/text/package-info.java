/** Which characters a text may contain, and how invisible ones are shown. */
@NullMarked
package org.stele.web.text;

import org.jspecify.annotations.NullMarked;
