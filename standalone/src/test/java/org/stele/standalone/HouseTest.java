package org.stele.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;
import org.stele.eventstore.append.EncodedEvent;
import org.stele.eventstore.append.NodeSettings;
import org.stele.eventstore.append.Sequencer;
import org.stele.eventstore.append.postgres.AppendReceipts;
import org.stele.eventstore.append.postgres.PostgresStore;
import org.stele.eventstore.evidence.EvidenceBundles;
import org.stele.eventstore.jdbc.LedgerPool;
import org.stele.eventstore.read.LedgerBulkReader;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.witness.Witness;
import org.stele.query.accesslog.AccessLogCheck;
import org.stele.query.lens.BodySource;
import org.stele.query.lens.LensConfiguration;
import org.stele.query.lens.SeenEvents;
import org.stele.query.projection.ProjectionSource;

/** The one-way dependencies of the modules and packages. Maven excludes most of them already; this finds the rest. */
@AnalyzeClasses(packages = "org.stele", importOptions = DoNotIncludeTests.class)
class HouseTest {

    private static final ArchCondition<JavaClass> ASK_A_CLOCK_OR_DICE = callMethod(LocalDate.class, "now")
            .or(callMethod(Instant.class, "now"))
            .or(callMethod(UUID.class, "randomUUID"));

    @ArchTest
    static final ArchRule dependencies_point_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("events")
            .definedBy("org.stele.events..")
            .layer("state files")
            .definedBy("org.stele.statefile..")
            .layer("ledger")
            .definedBy("org.stele.ledger..")
            .layer("event store")
            .definedBy("org.stele.eventstore..")
            .layer("keys")
            .definedBy("org.stele.keys..")
            .layer("web")
            .definedBy("org.stele.web..")
            .layer("identity")
            .definedBy("org.stele.identity..")
            .layer("command")
            .definedBy("org.stele.command..")
            .layer("query")
            .definedBy("org.stele.query..")
            .layer("standalone")
            .definedBy("org.stele.standalone..")
            .whereLayer("standalone")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("command")
            .mayOnlyBeAccessedByLayers("standalone")
            .whereLayer("query")
            .mayOnlyBeAccessedByLayers("standalone")
            .whereLayer("identity")
            .mayOnlyBeAccessedByLayers("command", "query", "standalone")
            .whereLayer("web")
            .mayOnlyBeAccessedByLayers("identity", "command", "query", "standalone")
            .whereLayer("keys")
            .mayOnlyBeAccessedByLayers("command", "query", "standalone")
            .whereLayer("event store")
            .mayOnlyBeAccessedByLayers("keys", "command", "query", "standalone")
            .whereLayer("state files")
            .mayOnlyBeAccessedByLayers("command", "query", "standalone")
            .whereLayer("ledger")
            .mayOnlyBeAccessedByLayers("event store", "command", "query", "standalone", "identity")
            .whereLayer("events")
            .mayOnlyBeAccessedByLayers("keys", "state files", "web", "identity", "command", "query", "standalone");

    @ArchTest
    static final ArchRule the_language_and_the_arithmetic_know_no_spring = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.stele.events..",
                    "org.stele.statefile..",
                    "org.stele.ledger..",
                    "org.stele.eventstore..",
                    "org.stele.keys..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule the_arithmetic_knows_no_framework = noClasses()
            .that()
            .resideInAPackage("org.stele.ledger..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.axonframework..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule contexts_of_the_command_side_stand_apart = slices().matching(
                    "org.stele.command.(attestation|repatriation|claims|screening|evidence|discrepancies)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule events_proofs_and_folds_ask_no_clock_and_no_dice = noClasses()
            .that()
            .resideInAnyPackage("org.stele.events..", "org.stele.ledger..", "org.stele.statefile..")
            .should(ASK_A_CLOCK_OR_DICE);

    @ArchTest
    static final ArchRule decisions_ask_no_clock_and_no_dice = noClasses()
            .that()
            .resideInAPackage("org.stele.command..")
            .and()
            .haveSimpleNameEndingWith("Handler")
            .should(ASK_A_CLOCK_OR_DICE);

    /** Reopening is the ledger's own: nothing outside can send it. */
    @ArchTest
    static final ArchRule whoever_sends_a_command_its_handler_asks_for_the_role = methods()
            .that()
            .areAnnotatedWith(CommandHandler.class)
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.stele.command..")
            .and()
            .areDeclaredInClassesThat()
            .doNotHaveSimpleName("ReopenScreeningsHandler")
            .should(new AskForARole());

    /** Packages must not depend on each other in a circle. */
    @ArchTest
    static final ArchRule no_packages_depend_on_each_other_in_a_circle =
            slices().assignedFrom(PackageOfItsOwn.ALL).should().beFreeOfCycles();

    /** Lowest first: each may use only those before it. */
    private static final List<Set<String>> EVENT_STORE = List.of(
            Set.of("event"),
            Set.of("jdbc"),
            Set.of("home", "witness"),
            Set.of("schema", "damage", "guard", "log"),
            Set.of("read", "evidence", "fsck"),
            Set.of("audit", "append", "signing"),
            Set.of("append.postgres", "axon"));

    @ArchTest
    static void the_event_store_is_built_in_layers(JavaClasses house) {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        Set<String> above = new TreeSet<>();
        for (Set<String> layer : EVENT_STORE.reversed()) {
            for (String name : layer) {
                layers = layers.layer(name).definedBy("org.stele.eventstore." + name);
                layers = above.isEmpty()
                        ? layers.whereLayer(name).mayNotBeAccessedByAnyLayer()
                        : layers.whereLayer(name).mayOnlyBeAccessedByLayers(above.toArray(String[]::new));
            }
            above.addAll(layer);
        }
        layers.check(house);
    }

    /** Rows, witnesses and the writing of a batch are internal to the event store. */
    @ArchTest
    static final ArchRule outside_the_event_store_nobody_uses_its_inner_rooms = noClasses()
            .that()
            .resideOutsideOfPackage("org.stele.eventstore..")
            .and()
            .resideOutsideOfPackage("org.stele.benchmarks..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "org.stele.eventstore.jdbc..",
                            "org.stele.eventstore.witness..",
                            "org.stele.eventstore.append..")
                    .and(not(belongToAnyOf(
                            LedgerPool.class,
                            EncodedEvent.class,
                            Witness.class,
                            Sequencer.class,
                            NodeSettings.class,
                            AppendReceipts.class,
                            PostgresStore.class))));

    @ArchTest
    static final ArchRule the_driver_is_known_where_rows_are = noClasses()
            .that()
            .resideInAPackage("org.stele..")
            .and()
            .resideOutsideOfPackages(
                    "org.stele.eventstore.jdbc",
                    "org.stele.eventstore.damage",
                    "org.stele.eventstore.append.postgres",
                    "org.stele.eventstore.read",
                    "org.stele.eventstore.schema",
                    "org.stele.eventstore.signing",
                    "org.stele.keys",
                    "org.stele.command.axon",
                    "org.stele.query",
                    "org.stele.standalone..",
                    "org.stele.benchmarks..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.postgresql..");

    /** What reads bodies on the query side knows for which audience. */
    @ArchTest
    static final ArchRule bodies_leave_the_query_side_through_one_class = noClasses()
            .that(not(belongToAnyOf(SeenEvents.class, BodySource.class, LensConfiguration.class)))
            .and()
            .doNotHaveFullyQualifiedName("org.stele.query.QueryDatabase")
            .and()
            .doNotHaveFullyQualifiedName("org.stele.standalone.StandaloneDataSources")
            .and()
            .resideOutsideOfPackage("org.stele.benchmarks..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(BodySource.class);

    /** What folds the ledger for no audience is no part of what answers requests. */
    @ArchTest
    static final ArchRule only_folds_hold_the_connections_of_the_projection = noClasses()
            .that()
            .resideOutsideOfPackages("org.stele.query.projection..", "org.stele.benchmarks..")
            .and()
            .doNotHaveFullyQualifiedName("org.stele.query.QueryDatabase")
            .and()
            .doNotHaveFullyQualifiedName("org.stele.query.across.AcrossConfiguration")
            .and()
            .doNotHaveFullyQualifiedName("org.stele.query.screening.ScreeningConfiguration")
            .and()
            .doNotHaveFullyQualifiedName("org.stele.query.accesslog.AccessLogConfiguration")
            .and()
            .doNotHaveFullyQualifiedName("org.stele.query.accesslog.AccessLogCheck")
            .and()
            .doNotHaveFullyQualifiedName("org.stele.standalone.StandaloneDataSources")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ProjectionSource.class);

    /** Bodies are read by folds and by that one class; whoever answers gets neither reader. */
    @ArchTest
    static final ArchRule nothing_that_answers_reads_bodies_itself = noClasses()
            .that()
            .resideInAPackage("org.stele.query..")
            .and()
            .resideOutsideOfPackages(
                    "org.stele.query.projection..",
                    "org.stele.query.replay..",
                    "org.stele.query.across..",
                    "org.stele.query.screening..")
            // The digests of the access log are read by its check, and nothing else.
            .and(not(belongToAnyOf(SeenEvents.class, AccessLogCheck.class)))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(LedgerReader.class, LedgerBulkReader.class, EvidenceBundles.class);

    @ArchTest
    static final ArchRule controllers_read_no_bodies = noClasses()
            .that()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(Controller.class)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ProjectionSource.class, BodySource.class)
            .orShould()
            .dependOnClassesThat(assignableTo(DataSource.class));

    @ArchTest
    static final ArchRule a_package_can_be_overlooked =
            classes().that().resideInAPackage("org.stele..").should(new SmallPackages());

    @ArchTest
    static final ArchRule no_class_is_named_after_nothing = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Dto");

    @ArchTest
    static final ArchRule stored_events_are_records = classes()
            .that()
            .areAnnotatedWith(org.axonframework.messaging.eventhandling.annotation.Event.class)
            .should()
            .beRecords();

    /** Every package is a slice of its own. */
    private enum PackageOfItsOwn implements SliceAssignment {
        ALL;

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith("org.stele.")
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "every package";
        }
    }

    /** At most this many types a package; exceptions are named here. */
    private static final class SmallPackages extends ArchCondition<JavaClass> {

        private static final int MAX_TYPES = 25;

        /** One fold with its types; the events of one context; one command line; one file format. */
        private static final Set<String> LARGER = Set.of(
                "org.stele.statefile",
                "org.stele.events.screening",
                "org.stele.verifier",
                "org.stele.command.importing");

        private final Map<String, Integer> types = new TreeMap<>();

        SmallPackages() {
            super("be one of at most %s in their package", MAX_TYPES);
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            if (type.isTopLevelClass() && !type.getSimpleName().equals("package-info")) {
                types.merge(type.getPackageName(), 1, Integer::sum);
            }
        }

        @Override
        public void finish(ConditionEvents events) {
            types.forEach((name, count) -> events.add(new SimpleConditionEvent(
                    name,
                    count <= MAX_TYPES || LARGER.contains(name) || name.startsWith("org.stele.benchmarks"),
                    "%s has %s types".formatted(name, count))));
        }
    }
}
