@NullMarked
package org.stele.query.screening;

import org.jspecify.annotations.NullMarked;
