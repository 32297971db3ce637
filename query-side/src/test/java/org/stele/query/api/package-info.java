@NullMarked
package org.stele.query.api;

import org.jspecify.annotations.NullMarked;
