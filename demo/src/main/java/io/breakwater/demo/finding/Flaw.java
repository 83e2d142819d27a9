// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.finding;

/**
 * A published vulnerability of a package. The numbers are invented.
 *
 * @param manager as Inspector names it: {@code OS}, {@code PIP}, {@code NODEPKG}
 * @param vector CVSS 3.1
 */
public record Flaw(
    String id,
    String packageName,
    String version,
    String fixedIn,
    String manager,
    String vector,
    double score,
    String weakness) {

  public Severity severity() {
    return Severity.ofCvss(score);
  }

  /** Whether it is exploited over the network, without privileges and without a victim's help. */
  public boolean isRemote() {
    return vector.contains("/AV:N/") && vector.contains("/PR:N/UI:N/");
  }

  /** As Inspector writes it. */
  public String title() {
    return id + " - " + packageName;
  }

  public String description() {
    return ("A flaw was found in %1$s. Versions before %2$s %3$s. The issue lies in code that is"
            + " reached with the default configuration, so that a deployment is affected unless the"
            + " component was built without the feature or a policy in front of it rejects the"
            + " input. Whether an attack succeeds depends on how the package is used: services that"
            + " hand input from outside their trust boundary to it are affected first, and tools"
            + " that only ever read files of their own operator are affected least. The maintainers"
            + " released %2$s, which validates the length and the type of the input before it is"
            + " used, and backported the change to the branches that still receive security"
            + " updates. There is no workaround other than to restrict who can reach the affected"
            + " code; upgrading %1$s and restarting the services that have it loaded is advised.")
        .formatted(packageName, fixedIn, weakness);
  }
}
