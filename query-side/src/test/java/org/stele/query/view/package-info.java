@NullMarked
package org.stele.query.view;

import org.jspecify.annotations.NullMarked;
