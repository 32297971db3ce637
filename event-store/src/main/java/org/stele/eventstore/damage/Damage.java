package org.stele.eventstore.damage;

import org.jspecify.annotations.Nullable;
import org.stele.ledger.Hash;

/**
 * A Damage is what is wrong at one position now.
 *
 * @param found in words
 * @param leafHash that the tree holds for the position; null where the damage cannot be accepted: a leaf, a missing row
 *     or a chain can be recomputed or fetched from a mirror, and must be
 * @param foundSha256 of everything that the tables hold of the position
 */
public record Damage(long position, String found, @Nullable Hash leafHash, Hash foundSha256) {}
