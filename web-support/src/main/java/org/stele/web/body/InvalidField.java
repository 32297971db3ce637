package org.stele.web.body;

/** Says that a field of a {@link Body} does not fit another one; for the constructors of bodies. */
public final class InvalidField extends IllegalArgumentException {

    private final String field;

    public InvalidField(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
