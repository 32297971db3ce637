package org.stele.eventstore.damage;

import java.util.Optional;

/** Damages tells what is wrong at a position. */
@FunctionalInterface
public interface Damages {

    /** Empty where nothing is wrong, or no event is recorded. */
    Optional<Damage> at(long position);
}
