@NullMarked
package org.stele.query.page.events;

import org.jspecify.annotations.NullMarked;
