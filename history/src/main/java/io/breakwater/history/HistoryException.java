// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history;

import java.io.IOException;

/** Past events cannot be brought; the message is for people, and says what to do. */
public final class HistoryException extends IOException {
  private static final long serialVersionUID = 1L;

  public HistoryException(String message) {
    super(message);
  }

  public HistoryException(String message, Throwable cause) {
    super(message, cause);
  }
}
