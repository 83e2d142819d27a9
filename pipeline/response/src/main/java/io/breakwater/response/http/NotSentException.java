// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.http;

import java.io.IOException;

/** The target could not be reached: nothing was sent. */
public final class NotSentException extends IOException {
  private static final long serialVersionUID = 1L;

  public NotSentException(String message) {
    super(message);
  }

  public NotSentException(String message, Throwable cause) {
    super(message, cause);
  }
}
