package org.stele.command.entry;

import java.util.List;
import org.stele.ledger.submitter.Filing;

/**
 * The answer to a command that is sent as a preview: what it would record, as it has to be signed. Nothing was recorded. It
 * ends the command as a refusal does.
 */
public final class Previewed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient String origin;
    private final transient String role;
    private final transient List<Filing> filings;

    /**
     * @param origin of the ledger that it would be recorded in
     * @param role that has to sign, such as {@code signatory}
     */
    public Previewed(String origin, String role, List<Filing> filings) {
        super("A preview of %s filings".formatted(filings.size()), null, false, false);
        this.origin = origin;
        this.role = role;
        this.filings = List.copyOf(filings);
    }

    public String origin() {
        return origin;
    }

    public String role() {
        return role;
    }

    /** One or more, of one State. */
    public List<Filing> filings() {
        return filings;
    }
}
