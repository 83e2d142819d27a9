// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.simulation;

import static java.util.concurrent.CompletableFuture.completedFuture;

import io.breakwater.fakes.Troubles;
import io.breakwater.fakes.servicenow.FakeServiceNow;
import io.breakwater.fakes.servicenow.Instance;
import io.breakwater.response.message.Notice;
import io.breakwater.response.secret.Secret;
import io.breakwater.response.secret.Secrets;
import io.breakwater.response.targets.servicenow.ClientCredentials;
import io.breakwater.response.targets.servicenow.ServiceNowSettings;
import io.breakwater.response.targets.servicenow.ServiceNowTarget;
import io.breakwater.response.ticket.TicketPolicy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** The job and the instance of ServiceNow that its tickets are in, on a clock that a test moves. */
public final class ServiceNowSimulation {
  private static final String NAME = "servicenow";
  private static final String EVERYTHING =
      "{\"name\": \"everything\", \"tickets\": [\"" + NAME + "\"]}";
  private static final URI INSTANCE = URI.create("https://instance.example.com");

  private final World world = new World(Instant.parse("2026-11-02T08:00:00Z"));
  private final FakeServiceNow serviceNow;
  private final ServiceNowTarget target;
  private final SimulatedJob job;

  private ServiceNowSimulation(
      Instance instance,
      Troubles troubles,
      long seed,
      boolean oauth,
      TicketPolicy policy,
      String routes) {
    serviceNow = new FakeServiceNow(instance);
    var http = new SimulatedHttp(world, serviceNow, troubles, seed);
    Secret authorization =
        oauth
            ? ClientCredentials.of(
                INSTANCE,
                Instance.CLIENT_ID,
                () -> completedFuture(Instance.CLIENT_SECRET),
                http,
                world)
            : Secrets.basic(Instance.BOT, () -> completedFuture(Instance.BOT_PASSWORD));
    target =
        new ServiceNowTarget(
            ServiceNowSettings.of(INSTANCE).build(),
            http,
            authorization,
            SimulatedHttp.TIMEOUT,
            world);
    job =
        new SimulatedJob(
            world,
            started ->
                TestingWorkplace.of(
                    world, started, new SplittableRandom(seed), NAME, target, policy, routes));
  }

  /** One that behaves. */
  public static ServiceNowSimulation of(Instance instance) {
    return new ServiceNowSimulation(
        instance, Troubles.none(), 1, false, TicketPolicy.builder().build(), EVERYTHING);
  }

  /** One that misbehaves, and has tickets of what people ask for alone. */
  public static ServiceNowSimulation onRequest(Troubles troubles, long seed) {
    return new ServiceNowSimulation(
        Instance.standard(), troubles, seed, false, TicketPolicy.builder().build(), "");
  }

  /**
   * @param oauth by a client, and not by a password
   */
  public static ServiceNowSimulation troubled(
      Instance instance, Troubles troubles, long seed, boolean oauth) {
    return new ServiceNowSimulation(
        instance, troubles, seed, oauth, TicketPolicy.builder().build(), EVERYTHING);
  }

  /** One that misbehaves, and whose tickets are told everything at once. */
  public static ServiceNowSimulation hasty(Troubles troubles, long seed) {
    return new ServiceNowSimulation(
        Instance.standard(),
        troubles,
        seed,
        false,
        TicketPolicy.builder().mergeWithin(Duration.ofSeconds(1)).build(),
        EVERYTHING);
  }

  public World world() {
    return world;
  }

  public FakeServiceNow serviceNow() {
    return serviceNow;
  }

  public ServiceNowTarget target() {
    return target;
  }

  public SimulatedJob job() {
    return job;
  }

  public Notices exposure(String uid) {
    return new Notices(world, uid);
  }

  /** A revision comes in, and the job does what it has to; time passes over it. */
  public void hear(Notice notice) {
    job.arrive(notice);
    world.pass(Duration.ofMinutes(5));
  }
}
