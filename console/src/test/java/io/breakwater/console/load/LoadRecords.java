// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.load;

import io.breakwater.console.index.Records;
import io.breakwater.console.index.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Revisions of many exposures: those of the documentation with other accounts, titles, resources,
 * traits, vulnerabilities, severities and times, as large as the job writes them.
 */
final class LoadRecords {
  private static final int ACCOUNTS = 500;
  private static final int TITLES = 120;
  private static final int GROUPS = 5_000;
  private static final int OWNERS = 40;

  private static final List<String> REGIONS =
      List.of("eu-central-1", "eu-west-1", "us-east-1", "us-west-2", "ap-south-1", "sa-east-1");
  private static final List<String> TYPES =
      List.of(
          "AWS::EC2::Instance",
          "AWS::S3::Bucket",
          "AWS::Lambda::Function",
          "AWS::IAM::User",
          "AWS::RDS::DBInstance",
          "AWS::ECS::Service",
          "AWS::EKS::Cluster",
          "AWS::DynamoDB::Table");
  private static final List<String> ENVIRONMENTS = List.of("prod", "test", "dev");
  private static final List<String[]> SOURCES =
      List.of(
          new String[] {"Inspector"},
          new String[] {"GuardDuty", "Inspector"},
          new String[] {"Config", "Inspector", "Macie"});
  private static final List<Severity> SEVERITIES =
      List.of(
          Severity.CRITICAL,
          Severity.HIGH,
          Severity.HIGH,
          Severity.MEDIUM,
          Severity.MEDIUM,
          Severity.MEDIUM,
          Severity.MEDIUM,
          Severity.LOW,
          Severity.LOW,
          Severity.LOW);
  private static final List<String[]> TRAITS =
      List.of(
          new String[] {"internet-reachable"},
          new String[] {"internet-reachable", "high-priority-vulnerability"},
          new String[] {"high-priority-vulnerability", "instance-profile-associated"},
          new String[] {
            "internet-reachable", "high-priority-vulnerability", "instance-profile-associated"
          });

  private final Random random;

  LoadRecords(Random random) {
    this.random = random;
  }

  /** The first revision of an exposure. */
  Records.Exposure opened(int number) {
    var when = Records.START.plus(Duration.ofMinutes(random.nextInt(300 * 24 * 60)));
    int title = (number * 31) % TITLES;
    return Records.exposure(number)
        .title(
            "Potential Remote Execution: resource of sort "
                + title
                + " has network-exploitable software vulnerabilities")
        .account(String.format(Locale.ROOT, "%012d", 111_122_220_000L + number % ACCOUNTS))
        .region(REGIONS.get(number % 97 % REGIONS.size()))
        .resource(TYPES.get(title % TYPES.size()), String.format(Locale.ROOT, "r-%08x", number))
        .cve("CVE-2026-" + (10_000 + number * 7L % 5_000))
        .involves(
            "AWS::EC2::SecurityGroup",
            String.format(Locale.ROOT, "sg-%08x", number % GROUPS),
            "Affected")
        .owner("team-" + number * 7L % OWNERS)
        .tags("env=" + ENVIRONMENTS.get(number % 71 % ENVIRONMENTS.size()), "Name=r-" + number)
        .sources(SOURCES.get(number % 83 % SOURCES.size()))
        .traits(TRAITS.get(number % 89 % TRAITS.size()))
        .severity(SEVERITIES.get(random.nextInt(SEVERITIES.size())))
        .seen(when.minusSeconds(90_000), when.minusSeconds(random.nextInt(600)))
        .opened(when)
        .at(when);
  }

  /** Another one. */
  Records.Exposure revised(int number) {
    return opened(number).update().says("say " + random.nextInt());
  }
}
