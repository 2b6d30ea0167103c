package org.lantian.city;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reader of city packs")
class ArchitectureTest {

    @Test
    @DisplayName("depends on nothing but the JDK, quantities, a CSV and a JSON reader, and JSpecify")
    void isPure() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.lantian.city");

        assertThat(classes).isNotEmpty();
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.lang..",
                        "java.math..",
                        "java.nio..",
                        "java.security..",
                        "java.time..",
                        "java.util..",
                        "org.lantian.city..",
                        "org.lantian.quantities..",
                        "de.siegmar.fastcsv..",
                        "tools.jackson.core..",
                        "org.jspecify..")
                .check(classes);
    }
}
