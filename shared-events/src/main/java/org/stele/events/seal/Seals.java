package org.stele.events.seal;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import org.stele.events.FilingId;
import org.stele.events.Sealed;
import org.stele.events.SubjectRef;

/**
 * A Seals is what seals texts of events and opens them again, under keys outside the ledger. Safe for all threads.
 */
public interface Seals {

    /** Names the keys without telling them. */
    String id();

    /**
     * The text in a box whose length does not tell that of the text. What the same command seals again is the same box, where
     * subjects have keys of their own, so that it can be signed before it is recorded; another command's is another box.
     *
     * @param by names the command: the id of what it creates
     * @param subject whose key it is, where subjects have keys of their own: a person, or a claim that names none
     * @param filing that the box belongs to; it cannot be moved to another one
     */
    Sealed seal(FilingId by, String text, UUID subject, FilingId filing);

    /**
     * The text that was sealed for this filing.
     *
     * @throws KeyNotHeld where its key is gone: shredded, or in another store
     * @throws GeneralSecurityException where it was sealed under other keys or for another filing, or was changed
     */
    String open(Sealed sealed, FilingId filing) throws GeneralSecurityException;

    /**
     * References to persons, each under the key of its person.
     *
     * @param by as above
     */
    Sealed sealReferences(FilingId by, List<SubjectRef> subjects, FilingId filing);

    /**
     * The references that can still be opened.
     *
     * @throws GeneralSecurityException where they were sealed under other keys or for another filing, or were changed
     */
    OpenedReferences openReferences(Sealed sealed, FilingId filing) throws GeneralSecurityException;

    /**
     * One of several references.
     *
     * @param index counted from 0
     * @throws KeyNotHeld where its key is gone
     * @throws GeneralSecurityException where they were sealed under other keys or for another filing, or are fewer
     */
    SubjectRef openReference(Sealed sealed, FilingId filing, int index) throws GeneralSecurityException;

    /** What a subject is compared by. */
    SubjectTag tag(SubjectRef subject);

    /**
     * References to persons that were opened.
     *
     * @param notHeldCount of those whose key is gone
     */
    record OpenedReferences(List<SubjectRef> subjects, int notHeldCount) {

        public OpenedReferences {
            subjects = List.copyOf(subjects);
        }
    }

    /** A KeyNotHeld says that the key of a box is gone: it was shredded, or is in another store. */
    final class KeyNotHeld extends GeneralSecurityException {

        public KeyNotHeld() {
            super("No key is held for it: the key was shredded, or is in another store.");
        }
    }
}
