/** Accounts, their tokens and their invitations, as rows. */
@NullMarked
package org.stele.identity.account;

import org.jspecify.annotations.NullMarked;
