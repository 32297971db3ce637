/** Sign-in by an outside provider of identity (profile {@code oidc}), for people whom an accreditation stands for. */
@NullMarked
package org.stele.identity.provider;

import org.jspecify.annotations.NullMarked;
