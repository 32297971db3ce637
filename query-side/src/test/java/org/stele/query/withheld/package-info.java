@NullMarked
package org.stele.query.withheld;

import org.jspecify.annotations.NullMarked;
