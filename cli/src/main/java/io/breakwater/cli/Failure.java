// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

/** Something a person can mend: the message says what was found, and what to do. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Failure(String message) {
    super(message);
  }

  public Failure(String message, Throwable cause) {
    super(message, cause);
  }
}
