// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.aws;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One message that was accepted and is delivered.
 *
 * @param attributes by name; a binary value in Base64
 * @param group empty unless the topic is FIFO, as {@code deduplicationId} and {@code sequence}
 */
public record SnsMessage(
    Instant at,
    String topicArn,
    String messageId,
    Optional<String> subject,
    String message,
    Map<String, Attribute> attributes,
    Optional<String> group,
    Optional<String> deduplicationId,
    Optional<String> sequence) {
  /**
   * @param type such as {@code String}
   */
  public record Attribute(String type, String value) {}
}
