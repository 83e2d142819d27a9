// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.signal;

import java.util.List;

/** Names of the {@linkplain Signal#attributes() attributes} that readers set and patterns use. */
public final class Attribute {
  /** Compliance status as the provider wrote it: FAILED, PASSED, WARNING, NON_COMPLIANT, … */
  public static final String COMPLIANCE = "compliance";

  /** ARN of the instance profile that an instance carries. */
  public static final String INSTANCE_PROFILE = "instanceProfile";

  /** ARN of the role that a function or service runs with. */
  public static final String ROLE = "role";

  /** {@code true} or {@code false}: Access Analyzer's or Macie's word on public access. */
  public static final String PUBLIC = "public";

  /** The principal that has access from outside. */
  public static final String PRINCIPAL = "principal";

  /**
   * What sort of analyzer finding: {@code external}, {@code internal}, the unused kind in the
   * analyzer's words ({@code UnusedPermission}, …), or {@code error} where the analyzer could not
   * look.
   */
  public static final String ACCESS = "access";

  /** The worst category of sensitive data found, such as {@code CREDENTIALS}. */
  public static final String SENSITIVE_DATA = "sensitiveData";

  /** {@code TARGET} or {@code ACTOR}: what part the resource plays in a GuardDuty finding. */
  public static final String RESOURCE_ROLE = "resourceRole";

  /** {@code true} on GuardDuty's sample findings. */
  public static final String SAMPLE = "sample";

  /** The detector of a code vulnerability. */
  public static final String DETECTOR = "detector";

  private static final List<String> NAMES =
      List.of(
          COMPLIANCE,
          INSTANCE_PROFILE,
          ROLE,
          PUBLIC,
          PRINCIPAL,
          ACCESS,
          SENSITIVE_DATA,
          RESOURCE_ROLE,
          SAMPLE,
          DETECTOR);

  private Attribute() {}

  /** All of them. */
  public static List<String> names() {
    return NAMES;
  }
}
