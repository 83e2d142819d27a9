// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.aws;

import java.util.regex.Pattern;

/**
 * Where messages are published to.
 *
 * @param arn ends with {@code .fifo} for a FIFO topic
 * @param contentBasedDeduplication whether a message of a FIFO topic needs no deduplication id
 */
public record Topic(String arn, boolean contentBasedDeduplication) {
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]{1,256}(\\.fifo)?");

  public Topic {
    if (!ARN.matcher(arn).matches()) {
      throw new IllegalArgumentException(
          "A topic's ARN is arn:<partition>:sns:<region>:<account>:<name>: " + arn);
    }
  }

  /** One that makes no deduplication ids itself. */
  public static Topic of(String arn) {
    return new Topic(arn, false);
  }

  boolean isFifo() {
    return arn.endsWith(".fifo");
  }

  String account() {
    return arn.split(":", -1)[4];
  }
}
