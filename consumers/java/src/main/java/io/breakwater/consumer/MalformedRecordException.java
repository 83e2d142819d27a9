// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

/** A record that is no revision; the message says what it lacks, and nothing of what it holds. */
final class MalformedRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedRecordException(String message) {
    super(message);
  }
}
