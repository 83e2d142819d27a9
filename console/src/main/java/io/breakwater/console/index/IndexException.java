// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

/** The store could not be read or written; what it held before it holds still. */
public final class IndexException extends RuntimeException {
  public IndexException(String message) {
    super(message);
  }

  public IndexException(String message, Throwable cause) {
    super(message, cause);
  }
}
