@NullMarked
package org.stele.query.page;

import org.jspecify.annotations.NullMarked;
