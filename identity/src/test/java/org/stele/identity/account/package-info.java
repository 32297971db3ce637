@NullMarked
package org.stele.identity.account;

import org.jspecify.annotations.NullMarked;
