// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.redrive;

import java.io.IOException;

/** Takes records of dead letters back into the stream of findings. */
public interface LetterSink {
  /**
   * Returns once it cannot get lost any more.
   *
   * @param record as the job has read it
   * @throws IOException when it could not be taken
   */
  void send(byte[] record) throws IOException;
}
