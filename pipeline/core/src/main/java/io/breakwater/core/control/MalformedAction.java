// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.control;

import java.util.List;

/** A record of the control stream that is no action. */
public final class MalformedAction extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param faults every one, naming its field
   */
  MalformedAction(List<String> faults) {
    super(String.join("; ", faults));
  }
}
