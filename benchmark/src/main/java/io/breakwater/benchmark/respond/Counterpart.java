// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.respond;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.fakes.FakeServer;
import io.breakwater.fakes.FakeService;
import io.breakwater.fakes.Trouble;
import io.breakwater.fakes.Troubles;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A target of the plan: a service that misbehaves, and what it must hold in the end. */
abstract class Counterpart implements AutoCloseable {
  private final Troubles troubles;
  private final FakeServer server;

  Counterpart(FakeService service, RespondPlan plan) {
    this.troubles = plan.troubles();
    this.server = FakeServer.start(service, troubles, Clock.systemUTC());
  }

  /** What the plan calls it. */
  abstract String name();

  /** What the plan says of it. */
  abstract JsonNode target();

  /** The variables that hold its credentials. */
  abstract Map<String, String> environment();

  /** Grows with all that happens to it. */
  abstract long changes();

  /**
   * @param lives of the exposures that it has been told of
   */
  abstract void judge(List<Life> lives, Figures figures);

  final URI uri() {
    return server.uri();
  }

  final Map<Trouble, Long> dealt() {
    return troubles.dealt();
  }

  @Override
  public void close() {
    server.close();
  }
}
