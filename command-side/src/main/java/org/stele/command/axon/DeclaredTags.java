package org.stele.command.axon;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.eventsourcing.eventstore.TagResolver;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The tags that an event's record declares by {@link EventTag}. Axon's own resolver searches every field and method of
 * the class for annotations for each event; here a class is searched once.
 */
public final class DeclaredTags implements TagResolver {

    /** One type for all, so that a call needs no conversion of the handle. */
    private static final MethodType READER = MethodType.methodType(Object.class, Object.class);

    private record Declared(String key, MethodHandle value) {}

    private static final ClassValue<List<Declared>> DECLARED = new ClassValue<>() {
        @Override
        protected List<Declared> computeValue(Class<?> type) {
            return search(type);
        }
    };

    @Override
    public Set<Tag> resolve(EventMessage event) {
        return of(event.payload());
    }

    /** The tags of an event; a null component gives none. */
    public static Set<Tag> of(@Nullable Object event) {
        Set<Tag> tags = new HashSet<>();
        if (event == null) {
            return tags;
        }
        for (Declared declared : DECLARED.get(event.getClass())) {
            Object value = valueOf(declared, event);
            if (value != null) {
                tags.add(new Tag(declared.key(), value.toString()));
            }
        }
        return tags;
    }

    private static @Nullable Object valueOf(Declared declared, Object event) {
        try {
            return (Object) declared.value().invokeExact(event);
        } catch (Throwable e) {
            throw new IllegalStateException("The tag %s of %s cannot be read".formatted(declared.key(), event), e);
        }
    }

    private static List<Declared> search(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("An event is a record, not a " + type.getName());
        }
        List<Declared> declared = new ArrayList<>();
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            for (RecordComponent component : type.getRecordComponents()) {
                Field field = type.getDeclaredField(component.getName());
                EventTag tag = field.getAnnotation(EventTag.class);
                if (tag != null) {
                    String key = tag.key().isEmpty() ? component.getName() : tag.key();
                    declared.add(new Declared(
                            key, lookup.unreflect(component.getAccessor()).asType(READER)));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The tags of " + type.getName() + " cannot be read", e);
        }
        return List.copyOf(declared);
    }
}
