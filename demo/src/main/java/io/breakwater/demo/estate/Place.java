// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.estate;

/** An account and a region: where a resource lives. */
public record Place(Account account, String region) {
  /** The ARN of something that lives in this region. */
  public String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + region + ":" + account.id() + ":" + resource;
  }

  /** The ARN of something of IAM, which knows no regions. */
  public String iamArn(String resource) {
    return "arn:aws:iam::" + account.id() + ":" + resource;
  }
}
