@NullMarked
package org.stele.web.api;

import org.jspecify.annotations.NullMarked;
