/**
 * Positions whose bytes do not match their leaf, and which of them two persons accepted.
 *
 * <p>Uses events and rows. Readers, checks and the audit use it.
 */
@NullMarked
package org.stele.eventstore.damage;

import org.jspecify.annotations.NullMarked;
