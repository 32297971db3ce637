/** What States asked to be withheld, and who may see it all the same. */
@NullMarked
package org.stele.query.withheld;

import org.jspecify.annotations.NullMarked;
