// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.sns;

import io.breakwater.response.targets.PlainText;
import java.util.regex.Pattern;

/** The ARN of a topic. */
public final class SnsTopic {
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:sns:([a-z0-9-]+):\\d{12}:[A-Za-z0-9_-]{1,256}(\\.fifo)?");
  private static final int TOLD_CHARACTERS = 256;

  private final String arn;
  private final String region;

  private SnsTopic(String arn, String region) {
    this.arn = arn;
    this.region = region;
  }

  /**
   * @throws IllegalArgumentException for what is no ARN of a topic
   */
  public static SnsTopic of(String arn) {
    var parts = ARN.matcher(arn);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "SNS: a topic is arn:<partition>:sns:<region>:<account>:<name>, not "
              + PlainText.line(arn, TOLD_CHARACTERS));
    }
    return new SnsTopic(arn, parts.group(1));
  }

  public String region() {
    return region;
  }

  boolean isFifo() {
    return arn.endsWith(".fifo");
  }

  @Override
  public String toString() {
    return arn;
  }
}
