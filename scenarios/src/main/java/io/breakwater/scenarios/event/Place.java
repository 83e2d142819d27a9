// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

/** The account and region that every scenario plays in. */
public final class Place {
  public static final String ACCOUNT = "111122223333";
  public static final String REGION = "eu-central-1";

  /** An account outside the organisation. */
  static final String OTHER_ACCOUNT = "999988887777";

  private Place() {}

  static String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
  }

  /** Of what carries no account in its ARN. */
  static String sharedArn(String service, String resource) {
    return "arn:aws:" + service + ":" + REGION + "::" + resource;
  }

  static String globalArn(String service, String resource) {
    return "arn:aws:" + service + "::" + ACCOUNT + ":" + resource;
  }
}
