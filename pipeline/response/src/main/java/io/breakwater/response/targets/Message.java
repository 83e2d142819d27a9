// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import io.breakwater.response.message.MessageKind;
import io.breakwater.response.message.Notice;
import java.util.Objects;

/** One thing to tell a target that keeps no tickets. */
public final class Message {
  private final MessageKind kind;
  private final String key;
  private final Notice notice;
  private final String text;

  /**
   * @param key the same for the same message, however often it is sent
   * @param notice what it is about, with its record where targets hand that on; of a digest only
   *     what all of it has in common
   * @param text what has happened, as sentences for people
   */
  public Message(MessageKind kind, String key, Notice notice, String text) {
    this.kind = Objects.requireNonNull(kind);
    this.key = Objects.requireNonNull(key);
    this.notice = Objects.requireNonNull(notice);
    this.text = Objects.requireNonNull(text);
  }

  public MessageKind kind() {
    return kind;
  }

  public String key() {
    return key;
  }

  public Notice notice() {
    return notice;
  }

  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return kind + " " + key;
  }
}
