package org.stele.eventstore.damage;

import java.util.Optional;

/** Damages tell what is wrong at a position. */
@FunctionalInterface
public interface Damages {

    /** Empty where nothing is wrong, or nothing was recorded. */
    Optional<Damage> at(long position);
}
