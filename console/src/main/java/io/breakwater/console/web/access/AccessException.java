// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.access;

/** Who may ask cannot be settled as it was asked for; the message says what to do. */
public final class AccessException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AccessException(String message) {
    super(message);
  }

  public AccessException(String message, Throwable cause) {
    super(message, cause);
  }
}
