/** Which characters a text may hold, and how those that nobody sees are shown. */
@NullMarked
package org.stele.web.text;

import org.jspecify.annotations.NullMarked;
