package org.stele.web.body;

/**
 * A request body that {@link BodyReader} reads. Implemented by records whose components are values: texts, numbers,
 * booleans, types with a text or number form, lists of those, and records of them; or a {@code JsonNode}, which is an object
 * that is taken as it comes and that its user checks.
 *
 * <p>A component that is not {@code @Nullable} is required, but for booleans, which are false when absent, and lists
 * and maps, which are empty. A component with {@code @JsonUnwrapped} has its fields in the object around it.
 */
public interface Body {}
