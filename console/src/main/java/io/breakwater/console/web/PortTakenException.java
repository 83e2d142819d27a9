// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web;

/** Nothing can listen there. */
public final class PortTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortTakenException(String host, int port, Throwable cause) {
    super(
        "nothing can listen on " + host + ":" + port + ": another process does, or may not", cause);
  }
}
