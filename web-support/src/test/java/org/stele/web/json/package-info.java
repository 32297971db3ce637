@NullMarked
package org.stele.web.json;

import org.jspecify.annotations.NullMarked;

