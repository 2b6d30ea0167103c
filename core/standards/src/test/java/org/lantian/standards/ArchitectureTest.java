package org.lantian.standards;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The standards library")
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.lantian.standards");

    @Test
    @DisplayName("depends on nothing but the JDK, quantities, FastCSV and JSpecify")
    void isPure() {
        assertThat(CLASSES).isNotEmpty();
        classes()
                .that()
                .resideInAPackage("org.lantian.standards..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.lantian.standards..",
                        "org.lantian.quantities..",
                        "de.siegmar.fastcsv..",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    @DisplayName("reads files in one package only")
    void readsFilesInOnePlace() {
        classes()
                .that()
                .resideOutsideOfPackage("org.lantian.standards.document")
                .and()
                .resideInAPackage("org.lantian.standards..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("de.siegmar.fastcsv..", "java.io..", "java.nio..", "java.net..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    @DisplayName("has no cycle between its packages")
    void hasNoCycle() {
        slices().matching("org.lantian.standards.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
