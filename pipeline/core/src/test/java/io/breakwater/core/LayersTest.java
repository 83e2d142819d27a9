// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which way the packages of the core may look. */
final class LayersTest {
  private static final String CORE = "io.breakwater.core.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.breakwater.core");

  @Test
  void the_core_knows_neither_flink_nor_the_aws_sdk() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.apache.flink..", "software.amazon.awssdk..", "com.amazonaws.."))
        .check(CLASSES);
  }

  @Test
  void the_core_uses_the_platform_jackson_and_the_catalogue_s_libraries_and_nothing_else() {
    noClasses()
        .should()
        .dependOnClassesThat(
            not(
                resideInAnyPackage(
                    "io.breakwater.core..",
                    "java..",
                    "com.fasterxml.jackson..",
                    "com.networknt.schema..",
                    "software.amazon.event.ruler..")))
        .check(CLASSES);
  }

  @Test
  void packages_do_not_depend_on_one_another_in_circles() {
    slices().matching(CORE + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void what_reads_events_does_not_know_what_becomes_of_them() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE + "decode..", CORE + "json..", CORE + "input..", CORE + "signal..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                CORE + "catalogue..",
                CORE + "trait..",
                CORE + "severity..",
                CORE + "exposure..",
                CORE + "ocsf..",
                CORE + "wire.."))
        .check(CLASSES);
  }

  @Test
  void event_patterns_and_schemas_are_the_catalogue_s_own_affair() {
    noClasses()
        .that()
        .resideOutsideOfPackages(CORE + "catalogue..", CORE + "document..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("software.amazon.event.ruler..", "com.networknt.."))
        .check(CLASSES);
  }

  @Test
  void what_decides_does_not_know_how_it_is_written() {
    classes()
        .that()
        .resideInAnyPackage(CORE + "ocsf..", CORE + "wire..")
        .should()
        .onlyHaveDependentClassesThat(resideInAnyPackage(CORE + "ocsf..", CORE + "wire.."))
        .check(CLASSES);
  }
}
