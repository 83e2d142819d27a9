// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.network;

import io.breakwater.core.signal.Signal;
import java.util.Objects;

/** A finding says that a way in leads through a resource, and the resource's configuration not. */
public final class Contradiction {
  private final Signal finding;
  private final Signal configuration;
  private final String reason;

  Contradiction(Signal finding, Signal configuration, String reason) {
    this.finding = Objects.requireNonNull(finding);
    this.configuration = Objects.requireNonNull(configuration);
    this.reason = Objects.requireNonNull(reason);
  }

  /** What says that the way is open. */
  public Signal finding() {
    return finding;
  }

  /** What says that it is not. */
  public Signal configuration() {
    return configuration;
  }

  /** In words. */
  public String reason() {
    return reason;
  }

  /** The same for the same contradiction, whenever the two were last seen. */
  @Override
  public String toString() {
    return finding.findingUid() + " against " + configuration.resource().arn() + ": " + reason;
  }
}
