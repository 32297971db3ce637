package org.stele.web.json;

/** Says that a field of a {@link Body} does not fit another one; for the constructors of bodies. */
public final class WrongField extends IllegalArgumentException {

    private final String field;

    public WrongField(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
