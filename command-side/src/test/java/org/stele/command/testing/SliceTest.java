package org.stele.command.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.test.fixture.AxonTestFixture;
import org.axonframework.test.fixture.AxonTestFixture.Customization;
import org.axonframework.test.fixture.AxonTestPhase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.stele.command.axon.AxonModule;
import org.stele.command.axon.CommandAxonConfiguration;
import org.stele.command.entry.LedgerCommand;
import org.stele.command.entry.Rejected;

/** A test of one slice on Axon's own bus and an event store in memory, wired as in the application. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class SliceTest {

    private final AxonModule module;
    private final List<AxonTestFixture> started = new ArrayList<>();

    protected SliceTest(AxonModule module) {
        this.module = module;
    }

    @AfterEach
    void stop() {
        started.forEach(AxonTestFixture::stop);
    }

    /** What is on record before, and nothing else: each call begins on an empty store. */
    protected When given(Object... events) {
        AxonTestFixture slice = AxonTestFixture.with(
                module.apply(CommandAxonConfiguration.configure(EventSourcingConfigurer.create())),
                Customization::disableAxonServer);
        started.add(slice);
        return new When(
                events.length == 0
                        ? slice.given().noPriorActivity().when()
                        : slice.given().events(List.of(events)).when());
    }

    /** Waits for a command. */
    protected record When(AxonTestPhase.When when) {

        public Then when(LedgerCommand command) {
            return new Then(when.command(command).then());
        }
    }

    /** What became of the command. */
    protected record Then(AxonTestPhase.Then.Command then) {

        public void recorded(Object event) {
            then.success().events(event);
        }

        public void recordedAll(List<?> events) {
            then.success().events(events.toArray());
        }

        public void refused(Rejected.Kind kind, String code) {
            then.noEvents().exceptionSatisfies(thrown -> {
                assertThat(thrown).isInstanceOf(Rejected.class);
                Rejected refusal = (Rejected) thrown;
                assertThat(refusal.kind()).isEqualTo(kind);
                assertThat(refusal.code()).isEqualTo(code);
            });
        }

        public void malformed(String field) {
            then.noEvents().exceptionSatisfies(thrown -> {
                assertThat(thrown).isInstanceOf(Rejected.class);
                Rejected refusal = (Rejected) thrown;
                assertThat(refusal.kind()).isEqualTo(Rejected.Kind.MALFORMED);
                assertThat(refusal.field()).isEqualTo(field);
            });
        }

        public void notAllowed() {
            refused(Rejected.Kind.NOT_ALLOWED, "role-not-allowed");
        }

        public void notFound() {
            refused(Rejected.Kind.NOT_FOUND, "not-found");
        }

        public void tooLateOrEarly(String code) {
            refused(Rejected.Kind.LIFECYCLE, code);
        }

        public void forbidden(String code) {
            refused(Rejected.Kind.RULE, code);
        }

        /** One event, of which not every value is known beforehand. */
        public <E> void recordedAs(Class<E> type, Consumer<E> requirements) {
            then.success().eventsSatisfy(events -> {
                assertThat(events).hasSize(1);
                requirements.accept(
                        type.cast(Objects.requireNonNull(events.getFirst().payload())));
            });
        }
    }
}
