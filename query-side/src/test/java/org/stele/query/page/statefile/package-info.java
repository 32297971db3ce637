@NullMarked
package org.stele.query.page.statefile;

import org.jspecify.annotations.NullMarked;
