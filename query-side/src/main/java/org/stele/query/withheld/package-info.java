/** What States asked to withhold, and who may see it. */
@NullMarked
package org.stele.query.withheld;

import org.jspecify.annotations.NullMarked;
