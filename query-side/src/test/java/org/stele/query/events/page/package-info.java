@NullMarked
package org.stele.query.events.page;

import org.jspecify.annotations.NullMarked;

