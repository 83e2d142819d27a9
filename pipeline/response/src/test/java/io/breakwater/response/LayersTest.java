// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which way the packages of the response job may look. */
final class LayersTest {
  private static final String RESPONSE = "io.breakwater.response.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.breakwater.response");

  /** Where it is decided what becomes of exposures and their tickets. */
  private static final String[] DECIDING = {
    RESPONSE + "exposure..",
    RESPONSE + "limit..",
    RESPONSE + "notice..",
    RESPONSE + "plan..",
    RESPONSE + "thread..",
    RESPONSE + "ticket.."
  };

  @Test
  void packages_do_not_depend_on_one_another_in_circles() {
    slices().matching(RESPONSE + "(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void what_decides_knows_neither_the_runtime_nor_the_way_to_other_systems() {
    noClasses()
        .that()
        .resideInAnyPackage(DECIDING)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.flink..",
            "software.amazon.awssdk..",
            "com.amazonaws..",
            "java.net.http..",
            RESPONSE + "aws..",
            RESPONSE + "connect..",
            RESPONSE + "function..",
            RESPONSE + "http..",
            RESPONSE + "secret..")
        .check(CLASSES);
  }

  @Test
  void only_functions_and_the_job_know_stateful_functions() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.breakwater.response", RESPONSE + "function..")
        .should()
        .dependOnClassesThat(runtimeOfFunctions())
        .check(CLASSES);
  }

  /** But for the messages by which functions elsewhere are asked. */
  private static DescribedPredicate<JavaClass> runtimeOfFunctions() {
    return resideInAnyPackage("org.apache.flink.statefun..")
        .and(not(resideInAnyPackage("org.apache.flink.statefun.sdk.reqreply.generated..")));
  }

  @Test
  void only_playbooks_are_asked_by_the_protocol_of_remote_functions() {
    noClasses()
        .that()
        .resideOutsideOfPackages(RESPONSE + "playbook..", RESPONSE + "function..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.flink.statefun.sdk.reqreply.generated..")
        .check(CLASSES);
  }

  @Test
  void only_the_job_and_its_streams_know_the_rest_of_flink() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.breakwater.response",
            RESPONSE + "account..",
            RESPONSE + "function..",
            RESPONSE + "kinesis..",
            RESPONSE + "playbook..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.flink..")
        .check(CLASSES);
  }

  @Test
  void the_aws_sdk_is_called_by_what_needs_it() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            RESPONSE + "aws..",
            RESPONSE + "connect..",
            RESPONSE + "targets.sns..",
            RESPONSE + "targets.securityhub..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon.awssdk..", "com.amazonaws..")
        .check(CLASSES);
  }

  @Test
  void http_is_spoken_in_one_place() {
    noClasses()
        .that()
        .resideOutsideOfPackages(RESPONSE + "http..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..")
        .check(CLASSES);
  }

  @Test
  void targets_know_nothing_of_those_who_ask_for_them() {
    noClasses()
        .that()
        .resideInAnyPackage(RESPONSE + "targets..", RESPONSE + "http..", RESPONSE + "secret..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            RESPONSE + "connect..",
            RESPONSE + "function..",
            RESPONSE + "plan..",
            RESPONSE + "ticket..",
            RESPONSE + "thread..")
        .check(CLASSES);
  }
}
