package org.stele.identity.page;

import java.util.List;
import org.stele.events.Actor;

/** The accounts of the demonstration, which whoever sits at this machine may try with one click. */
public interface DemoSignIn {

    /** An account and its password. */
    record Trial(String username, String password, Actor actor) {

        /** Omits the password: records print their fields. */
        @Override
        public String toString() {
            return username;
        }
    }

    /** Every account; empty until they are made. */
    List<Trial> trials();
}
