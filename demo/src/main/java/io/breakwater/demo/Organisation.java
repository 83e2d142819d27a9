// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo;

import io.breakwater.demo.chance.Dice;
import io.breakwater.demo.estate.Estate;
import io.breakwater.demo.estate.Instance;
import io.breakwater.demo.estate.NetworkInterface;
import io.breakwater.demo.estate.Policy;
import io.breakwater.demo.estate.Resource;
import io.breakwater.demo.estate.Role;
import io.breakwater.demo.estate.SecurityGroup;
import io.breakwater.demo.estate.VpcPart;
import io.breakwater.demo.format.ItemStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A small organisation whose AWS services never stop talking: findings appear, repeat, get worse
 * and get fixed, in all the formats that Breakwater reads.
 *
 * <p>It lives by events and not by the clock: at ten events a second something opens, rises or
 * closes every few seconds. Its certificates live by a clock, in a {@linkplain
 * io.breakwater.demo.fleet.Fleet fleet} of their own. The same seed and the same instants give the
 * same bytes. Memory does not grow with the length of the stream. Not thread-safe.
 */
public final class Organisation {
  private static final int SCENES_AT_A_TIME = 4;
  private static final double REPEATS = 0.4;
  private static final double NOISE = 0.02;

  private final Dice dice;
  private final Posture posture;
  private final Steps steps;
  private final Scenes scenes;
  private final List<Scene> running = new ArrayList<>();

  private Organisation(Dice dice) {
    this.dice = dice;
    this.posture = new Posture(Estate.drawn(dice, Estate.Size.SMALL), dice);
    this.steps = new Steps(posture, dice);
    this.scenes = new Scenes(posture, steps, dice);
  }

  /** The organisation of this seed, at its beginning. */
  public static Organisation seeded(long seed) {
    return new Organisation(Dice.seeded(seed));
  }

  /**
   * What the services know already: the configuration of everything, and a finding or two of most
   * resources. Some hundred events, all of the same time. Meant to come first, once.
   */
  public List<DemoEvent> opening(Instant now) {
    var events = new ArrayList<DemoEvent>();
    var estate = posture.estate();
    estate.groups().forEach(group -> networked(group, events, now));
    estate.roles().forEach(role -> permitted(role, events, now));
    estate.instances().forEach(instance -> attached(instance, events, now));
    estate.functions().forEach(function -> inspected(function, events, now));
    estate.buckets().forEach(bucket -> inspected(bucket, events, now));
    estate.users().forEach(user -> inspected(user, events, now));
    return events;
  }

  private void networked(SecurityGroup group, List<DemoEvent> events, Instant now) {
    VpcPart.around(group).forEach(part -> configured(part, events, now));
    configured(group, events, now);
  }

  private void permitted(Role role, List<DemoEvent> events, Instant now) {
    configured(role, events, now);
    configured(Policy.of(role), events, now);
  }

  private void attached(Instance instance, List<DemoEvent> events, Instant now) {
    configured(new NetworkInterface(instance), events, now);
    inspected(instance, events, now);
  }

  private void inspected(Resource resource, List<DemoEvent> events, Instant now) {
    configured(resource, events, now);
    int findings = dice.below(3);
    for (int i = 0; i < findings; i++) {
      scenes.found(resource).at(now).ifPresent(events::add);
    }
  }

  private void configured(Resource resource, List<DemoEvent> events, Instant now) {
    steps.configures(resource, ItemStatus.DISCOVERED).at(now).ifPresent(events::add);
  }

  /** The next event; never ends. */
  public DemoEvent next(Instant now) {
    if (dice.chance(NOISE)) {
      return steps.noise(now);
    }
    if (dice.chance(REPEATS)) {
      var again = repeat(now);
      if (again.isPresent()) {
        return again.get();
      }
    }
    return progress(now);
  }

  private Optional<DemoEvent> repeat(Instant now) {
    var open = posture.open();
    return open.isEmpty() ? Optional.empty() : steps.repeats(dice.oneOf(open), now);
  }

  private DemoEvent progress(Instant now) {
    while (true) {
      while (running.size() < SCENES_AT_A_TIME) {
        running.add(scenes.next());
      }
      var scene = dice.oneOf(running);
      var event = scene.next(now);
      if (event.isPresent()) {
        return event.get();
      }
      running.remove(scene);
    }
  }
}
