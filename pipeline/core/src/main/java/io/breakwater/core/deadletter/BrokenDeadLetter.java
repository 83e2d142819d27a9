// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.deadletter;

import java.io.IOException;

/** A record of the stream of dead letters that is none, or chunks that make no letter. */
public final class BrokenDeadLetter extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenDeadLetter(String message) {
    super(message);
  }
}
