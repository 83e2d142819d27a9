// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.action;

import java.io.IOException;

/** Takes what people decide to the jobs. */
public interface ActionSink {
  /**
   * Returns once it cannot get lost any more.
   *
   * @param resource the ARN by which the job finds the exposure: what belongs together has one
   * @param action a record of the control stream
   * @throws IOException when it could not be taken
   */
  void send(String resource, byte[] action) throws IOException;
}
