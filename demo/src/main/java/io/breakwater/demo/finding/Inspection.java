// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.finding;

import io.breakwater.demo.chance.Dice;
import io.breakwater.demo.estate.Bucket;
import io.breakwater.demo.estate.Function;
import io.breakwater.demo.estate.Instance;
import io.breakwater.demo.estate.Resource;
import io.breakwater.demo.estate.Role;
import io.breakwater.demo.estate.SecurityGroup;
import io.breakwater.demo.estate.User;
import io.breakwater.demo.finding.Weakness.CodeFlaw;
import io.breakwater.demo.finding.Weakness.FailedControl;
import io.breakwater.demo.finding.Weakness.OpenPort;
import io.breakwater.demo.finding.Weakness.OutsideAccess;
import io.breakwater.demo.finding.Weakness.PackageFlaw;
import io.breakwater.demo.finding.Weakness.PublicBucket;
import io.breakwater.demo.finding.Weakness.SensitiveObject;
import io.breakwater.demo.finding.Weakness.Threat;
import io.breakwater.demo.finding.Weakness.UnusedAccess;
import java.util.List;

/** Draws what may be wrong with a resource. */
public final class Inspection {
  private static final List<Integer> PORTS = List.of(22, 443, 3306, 6379, 8080);
  private static final List<CodeFlaw> CODE =
      List.of(
          new CodeFlaw("CWE-798", "hardcoded-credentials", "Hardcoded credentials", "app", 41),
          new CodeFlaw("CWE-89", "sql-injection", "SQL injection", "store", 118),
          new CodeFlaw("CWE-78", "os-command-injection", "OS command injection", "tasks", 77),
          new CodeFlaw("CWE-200", "insecure-cors-policy", "Insecure CORS policy", "http", 12));
  private static final List<Threat> ON_INSTANCES =
      List.of(
          new Threat(
              "Execution:EC2/MaliciousFile",
              "A malicious file was detected on an EBS volume of the EC2 instance",
              Severity.HIGH),
          new Threat(
              "UnauthorizedAccess:EC2/SSHBruteForce",
              "The EC2 instance is a target of SSH brute force attacks",
              Severity.LOW),
          new Threat(
              "CryptoCurrency:EC2/BitcoinTool.B!DNS",
              "The EC2 instance queried a domain name of cryptocurrency activity",
              Severity.HIGH));
  private static final List<Threat> ON_USERS =
      List.of(
          new Threat(
              "UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B",
              "Console logins of the user succeeded from several countries within minutes",
              Severity.MEDIUM),
          new Threat(
              "Discovery:IAMUser/AnomalousBehavior",
              "The user made API calls in an unusual way",
              Severity.LOW));
  private static final List<Threat> ON_FUNCTIONS =
      List.of(
          new Threat(
              "Backdoor:Lambda/C&CActivity.B",
              "The Lambda function queried an IP address of a command and control server",
              Severity.HIGH));

  /** What most organisations have in some bucket. */
  public static final SensitiveObject CUSTOMERS =
      new SensitiveObject("customers/2026.csv", "PERSONAL_INFORMATION", "NAME", 812);

  private static final List<SensitiveObject> OBJECTS =
      List.of(
          CUSTOMERS,
          new SensitiveObject("payroll/q3.csv", "FINANCIAL_INFORMATION", "BANK_ACCOUNT_NUMBER", 51),
          new SensitiveObject("deploy/env.txt", "CREDENTIALS", "AWS_CREDENTIALS", 2));

  private final Dice dice;

  public Inspection(Dice dice) {
    this.dice = dice;
  }

  public Weakness of(Resource resource) {
    if (resource instanceof Instance) {
      return ofInstance();
    }
    if (resource instanceof Function function) {
      return ofFunction(function);
    }
    if (resource instanceof Bucket) {
      return ofBucket();
    }
    if (resource instanceof User) {
      return ofUser();
    }
    if (resource instanceof Role) {
      return ofRole();
    }
    if (resource instanceof SecurityGroup) {
      return new FailedControl(
          dice.chance(0.5) ? Control.SSH_CLOSED : Control.HIGH_RISK_PORTS_CLOSED);
    }
    throw new IllegalArgumentException("nothing looks for weaknesses of " + resource.type());
  }

  /** Most vulnerabilities are never exploited: most probabilities are small. */
  public PackageFlaw packageFlaw(Flaw flaw) {
    boolean exploited = flaw.isRemote() && dice.chance(0.1);
    double epss = exploited ? dice.between(0.15, 0.9) : dice.between(0.0004, 0.02);
    return new PackageFlaw(flaw, rounded(epss), exploited);
  }

  /** EPSS is published with five digits. */
  public static double rounded(double epss) {
    return Math.round(epss * 100_000) / 100_000.0;
  }

  private Weakness ofInstance() {
    int draw = dice.below(100);
    if (draw < 62) {
      return packageFlaw(dice.oneOf(Flaws.OF_SYSTEMS));
    }
    if (draw < 76) {
      return new OpenPort(dice.oneOf(PORTS));
    }
    return draw < 92 ? new FailedControl(Control.IMDS_V2) : dice.oneOf(ON_INSTANCES);
  }

  private Weakness ofFunction(Function function) {
    int draw = dice.below(100);
    if (draw < 55) {
      return packageFlaw(dice.oneOf(Flaws.of(function.runtime())));
    }
    if (draw < 65) {
      return dice.oneOf(CODE);
    }
    return draw < 97
        ? new FailedControl(
            dice.oneOf(
                List.of(Control.NOT_PUBLICLY_INVOCABLE, Control.SUPPORTED_RUNTIME, Control.IN_VPC)))
        : dice.oneOf(ON_FUNCTIONS);
  }

  private Weakness ofBucket() {
    int draw = dice.below(100);
    if (draw < 50) {
      return new FailedControl(dice.chance(0.3) ? Control.NO_PUBLIC_READ : Control.VERSIONING);
    }
    if (draw < 75) {
      return dice.oneOf(OBJECTS);
    }
    return draw < 85 ? new PublicBucket() : outsideAccess("s3:GetObject");
  }

  private Weakness ofUser() {
    int draw = dice.below(100);
    if (draw < 60) {
      return new FailedControl(dice.chance(0.5) ? Control.MFA : Control.KEYS_ROTATED);
    }
    return draw < 80
        ? new UnusedAccess(dice.chance(0.5) ? "UnusedIAMUserAccessKey" : "UnusedIAMUserPassword")
        : dice.oneOf(ON_USERS);
  }

  private Weakness ofRole() {
    int draw = dice.below(100);
    if (draw < 40) {
      return new FailedControl(Control.NO_SERVICE_ADMIN);
    }
    return draw < 75
        ? new UnusedAccess(dice.chance(0.7) ? "UnusedPermission" : "UnusedIAMRole")
        : outsideAccess("sts:AssumeRole");
  }

  private OutsideAccess outsideAccess(String action) {
    boolean isPublic = dice.chance(0.3);
    return new OutsideAccess(isPublic ? "*" : "999988887777", action, isPublic);
  }
}
