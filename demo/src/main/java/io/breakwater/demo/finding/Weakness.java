// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.finding;

/** What is wrong with a resource, in the terms of the product that looks for it. */
public sealed interface Weakness {
  Severity severity();

  /** Tells it apart from the other weaknesses of a resource, whatever it changes into. */
  String identity();

  /** Inspector: a vulnerable package. */
  record PackageFlaw(Flaw flaw, double epss, boolean exploited) implements Weakness {
    @Override
    public String identity() {
      return flaw.id();
    }

    @Override
    public Severity severity() {
      return flaw.severity();
    }

    public PackageFlaw exploitedWith(double probability) {
      return new PackageFlaw(flaw, Math.max(epss, probability), true);
    }

    public PackageFlaw likelier(double probability) {
      return new PackageFlaw(flaw, Math.max(epss, probability), exploited);
    }
  }

  /** Inspector: a port that can be reached from the internet. */
  record OpenPort(int port) implements Weakness {
    @Override
    public String identity() {
      return "port " + port;
    }

    @Override
    public Severity severity() {
      return port == 443 ? Severity.LOW : Severity.MEDIUM;
    }
  }

  /** Inspector: a weakness in the code of a function. */
  record CodeFlaw(String cwe, String detector, String title, String file, int line)
      implements Weakness {
    @Override
    public String identity() {
      return cwe;
    }

    @Override
    public Severity severity() {
      return Severity.HIGH;
    }
  }

  /** Security Hub: a control that fails. */
  record FailedControl(Control control) implements Weakness {
    @Override
    public String identity() {
      return control.id();
    }

    @Override
    public Severity severity() {
      return control.severity();
    }
  }

  /** GuardDuty: something happens that should not. */
  record Threat(String kind, String title, Severity severity) implements Weakness {
    @Override
    public String identity() {
      return kind;
    }
  }

  /** Macie: an object with sensitive data in it. */
  record SensitiveObject(String key, String category, String detection, int count)
      implements Weakness {
    @Override
    public String identity() {
      return key;
    }

    @Override
    public Severity severity() {
      return category.equals("CREDENTIALS") ? Severity.HIGH : Severity.MEDIUM;
    }
  }

  /** Macie: a bucket that everyone may read. */
  record PublicBucket() implements Weakness {
    @Override
    public String identity() {
      return "public";
    }

    @Override
    public Severity severity() {
      return Severity.HIGH;
    }
  }

  /** Access Analyzer: somebody outside has access. */
  record OutsideAccess(String principal, String action, boolean isPublic) implements Weakness {
    @Override
    public String identity() {
      return principal + action;
    }

    @Override
    public Severity severity() {
      return isPublic ? Severity.HIGH : Severity.MEDIUM;
    }
  }

  /**
   * Access Analyzer: rights that nobody uses.
   *
   * @param kind such as {@code UnusedPermission}
   */
  record UnusedAccess(String kind) implements Weakness {
    @Override
    public String identity() {
      return kind;
    }

    @Override
    public Severity severity() {
      return Severity.LOW;
    }
  }
}
