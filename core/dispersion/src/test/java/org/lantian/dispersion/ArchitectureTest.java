package org.lantian.dispersion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The dispersion engine")
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.lantian.dispersion");

    @Test
    @DisplayName("depends on nothing but the JDK, quantities and JSpecify")
    void isPure() {
        assertThat(CLASSES).isNotEmpty();
        classes()
                .that()
                .resideInAPackage("org.lantian.dispersion..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.imageio..",
                        "org.lantian.dispersion..",
                        "org.lantian.quantities..",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    @DisplayName("reads no file in its physics")
    void physicsReadsNoFile() {
        classes()
                .that()
                .resideInAnyPackage(
                        "org.lantian.dispersion",
                        "org.lantian.dispersion.weather",
                        "org.lantian.dispersion.source",
                        "org.lantian.dispersion.plume",
                        "org.lantian.dispersion.kernel")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("java.io..", "java.nio..", "java.net..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    @DisplayName("has no cycle between its packages")
    void hasNoCycle() {
        slices().matching("org.lantian.dispersion.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
