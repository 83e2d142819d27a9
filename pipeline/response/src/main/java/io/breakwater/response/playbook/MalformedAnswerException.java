// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.playbook;

/** An answer of a remote function that cannot be used, with why. */
final class MalformedAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedAnswerException(String message) {
    super(message);
  }
}
