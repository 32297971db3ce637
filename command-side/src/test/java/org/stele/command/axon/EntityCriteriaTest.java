package org.stele.command.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.annotation.AnnotationMessageTypeResolver;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.stele.command.testing.Samples;
import org.stele.events.FilingId;
import org.stele.events.custody.CustodyMatter;
import org.stele.events.types.EventTypes;

/**
 * What a decision reads is what its criteria ask for. Criteria that name other types than the state folds would find
 * nothing, let every rule pass and guard nothing.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EntityCriteriaTest {

    private static final MessageTypeResolver TYPES = new AnnotationMessageTypeResolver();

    static List<Class<?>> entities() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(EventSourcedEntity.class));
        List<Class<?>> found = new ArrayList<>();
        for (BeanDefinition entity : scanner.findCandidateComponents("org.stele.command")) {
            found.add(Class.forName(entity.getBeanClassName()));
        }
        return found;
    }

    @Test
    void every_slice_that_acts_on_something_has_a_state() throws ClassNotFoundException {
        assertThat(entities()).hasSize(35);
    }

    @ParameterizedTest
    @MethodSource("entities")
    void the_types_in_the_criteria_are_the_types_that_are_folded(Class<?> entity) throws Exception {
        assertThat(asked(entity)).isEqualTo(folded(entity));
    }

    @ParameterizedTest
    @MethodSource("entities")
    void each_type_is_one_that_is_stored(Class<?> entity) throws Exception {
        Set<String> stored = EventTypes.all().stream().map(EventTypes::name).collect(Collectors.toSet());

        assertThat(stored).containsAll(asked(entity));
    }

    @ParameterizedTest
    @MethodSource("entities")
    void the_criteria_are_bound_to_one_filing(Class<?> entity) throws Exception {
        assertThat(criteria(entity).flatten())
                .isNotEmpty()
                .allSatisfy(criterion -> assertThat(criterion.tags())
                        .singleElement()
                        .satisfies(tag -> assertThat(tag.value())
                                .isIn(Samples.FILING.toString(), CustodyMatter.values()[0].toString())));
    }

    private static Set<String> asked(Class<?> entity) throws Exception {
        return criteria(entity).flatten().stream()
                .flatMap(criterion -> criterion.types().stream())
                .map(QualifiedName::fullName)
                .collect(Collectors.toSet());
    }

    private static Set<String> folded(Class<?> entity) {
        return Stream.of(entity.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(EventSourcingHandler.class))
                .map(method -> TYPES.resolveOrThrow(method.getParameterTypes()[0])
                        .qualifiedName()
                        .fullName())
                .collect(Collectors.toSet());
    }

    private static EventCriteria criteria(Class<?> entity) throws ReflectiveOperationException {
        Method builder = Stream.of(entity.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(EventCriteriaBuilder.class))
                .findFirst()
                .orElseThrow();
        builder.setAccessible(true);
        return (EventCriteria) builder.invoke(null, id(builder.getParameterTypes()[0]), TYPES);
    }

    /** The id of one filing, in the form that the entity has. */
    private static Object id(Class<?> type) throws ReflectiveOperationException {
        if (type == FilingId.class) {
            return Samples.FILING;
        }
        if (type == String.class) {
            return Samples.FILING.toString();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object[] values = new Object[constructor.getParameterCount()];
        boolean isOfSeveral = constructor.getParameterTypes()[0] == List.class;
        values[0] = isOfSeveral ? List.of(Samples.FILING) : Samples.FILING;
        return constructor.newInstance(values);
    }
}
