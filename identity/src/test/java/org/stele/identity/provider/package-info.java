@NullMarked
package org.stele.identity.provider;

import org.jspecify.annotations.NullMarked;
