package org.stele.command.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.AnnotationBasedTagResolver;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stele.events.EventJson;
import org.stele.events.types.EventTypes;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeclaredTagsTest {

    static Stream<Class<?>> types() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void they_are_the_tags_that_the_resolver_of_Axon_finds(Class<?> type) throws IOException {
        Object event = golden(type);
        var message = new GenericEventMessage(new MessageType(type), event);

        assertThat(new DeclaredTags().resolve(message)).isEqualTo(new AnnotationBasedTagResolver().resolve(message));
    }

    private static Object golden(Class<?> type) throws IOException {
        String file = "/golden/%s-%s.json".formatted(EventTypes.name(type), EventTypes.version(type));
        try (var json = EventTypes.class.getResourceAsStream(file)) {
            assertThat(json).as(file).isNotNull();
            return EventJson.MAPPER.readValue(json, type);
        }
    }
}
