package org.stele.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The one-way dependencies of the house. Maven leaves most of them out already; this names what reaches across anyway. */
@AnalyzeClasses(packages = "org.stele", importOptions = DoNotIncludeTests.class)
class HouseTest {

    @ArchTest
    static final ArchRule dependencies_point_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("events")
            .definedBy("org.stele.events..")
            .layer("ledger")
            .definedBy("org.stele.ledger..")
            .layer("event store")
            .definedBy("org.stele.eventstore..")
            .layer("web")
            .definedBy("org.stele.web..")
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
            .whereLayer("web")
            .mayOnlyBeAccessedByLayers("command", "query", "standalone")
            .whereLayer("event store")
            .mayOnlyBeAccessedByLayers("command", "query", "standalone")
            .whereLayer("ledger")
            .mayOnlyBeAccessedByLayers("event store", "command", "query", "standalone")
            .whereLayer("events")
            .mayOnlyBeAccessedByLayers("web", "command", "query", "standalone");

    @ArchTest
    static final ArchRule the_language_and_the_arithmetic_know_no_spring = noClasses()
            .that()
            .resideInAnyPackage("org.stele.events..", "org.stele.ledger..", "org.stele.eventstore..")
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
                    "org.stele.command.(attestation|repatriation|claims|screening|evidence)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule decisions_and_folds_ask_no_clock_and_no_dice = noClasses()
            .that()
            .resideInAnyPackage("org.stele.events..", "org.stele.ledger..", "org.stele.query.statefile..")
            .or()
            .haveSimpleNameEndingWith("Handler")
            .and()
            .resideInAPackage("org.stele.command..")
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

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
}
