// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.secret;

/** A credential cannot be had. The message says why, and never holds any of it. */
public final class NoSecretException extends Exception {
  private static final long serialVersionUID = 1L;

  public NoSecretException(String message) {
    super(message);
  }
}
