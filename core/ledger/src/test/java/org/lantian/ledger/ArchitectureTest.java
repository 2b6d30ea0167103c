package org.lantian.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rules of the ledger")
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.lantian.ledger");

    @Test
    @DisplayName("depend on nothing but the JDK, quantities, the city and JSpecify")
    void isPure() {
        classes()
                .that()
                .resideInAPackage("org.lantian.ledger..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.lantian.ledger..",
                        "org.lantian.quantities..",
                        "org.lantian.city..",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    @DisplayName("have no cycle between their packages")
    void hasNoCycle() {
        slices().matching("org.lantian.ledger.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }
}
