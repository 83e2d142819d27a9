// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.simulation;

import io.breakwater.fakes.Trouble;
import io.breakwater.fakes.Troubles;
import io.breakwater.response.message.Notice;
import io.breakwater.response.notice.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Three hours in which everything fails that may: calls in all the ways that there are, and the job
 * with all its processes. Who asks for each thing once has to have it once after that.
 */
public final class Ordeal {
  private static final Duration LASTS = Duration.ofHours(3);
  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(10);
  private static final int MOST_LATE_SECONDS = 20 * 60;
  private static final int MOST_LONGER_SECONDS = 5 * 60;

  private final World world;
  private final SimulatedJob job;
  private final SplittableRandom random;

  private Ordeal(World world, SimulatedJob job, SplittableRandom random) {
    this.world = world;
    this.job = job;
    this.random = random;
  }

  /**
   * @param throttled how likely a call is turned away for a while
   */
  public static Troubles troubles(long seed, double throttled) {
    var odds =
        new EnumMap<Trouble, Double>(
            Map.of(
                Trouble.ERROR_BEFORE, 0.03,
                Trouble.ERROR_AFTER, 0.03,
                Trouble.STALL_BEFORE, 0.02,
                Trouble.STALL_AFTER, 0.03,
                Trouble.LOST_ANSWER, 0.04,
                Trouble.SLOW, 0.05));
    odds.put(Trouble.THROTTLED, throttled);
    return Troubles.seeded(seed, odds);
  }

  /** A tenth of them, of a target that is not turning anybody away. */
  public static Map<Trouble, Double> few() {
    return Map.of(
        Trouble.ERROR_BEFORE, 0.01,
        Trouble.ERROR_AFTER, 0.01,
        Trouble.STALL_AFTER, 0.005,
        Trouble.LOST_ANSWER, 0.01,
        Trouble.SLOW, 0.01);
  }

  /** The job takes checkpoints, and fails so often between them. */
  public static Ordeal of(World world, SimulatedJob job, long seed, int failures) {
    var random = new SplittableRandom(seed);
    for (var at = Duration.ZERO; at.compareTo(LASTS) < 0; at = at.plus(BETWEEN_CHECKPOINTS)) {
      world.in(at, job::takeCheckpoint);
    }
    for (int i = 0; i < failures; i++) {
      world.in(Duration.ofSeconds(60 + random.nextInt((int) LASTS.toSeconds())), job::fail);
    }
    return new Ordeal(world, job, random);
  }

  /**
   * An exposure goes through these steps, from some time within twenty minutes on.
   *
   * @param pause from one to the next, at least; five minutes more at most
   * @return what was said of it; filled as time passes
   */
  public List<Notice> live(Duration pause, List<Supplier<Notice>> steps) {
    var told = new ArrayList<Notice>();
    var at = Duration.ofSeconds(random.nextInt(MOST_LATE_SECONDS));
    for (var step : steps) {
      world.in(
          at,
          () -> {
            var notice = step.get();
            told.add(notice);
            job.arrive(notice);
          });
      at = at.plus(pause).plusSeconds(random.nextInt(MOST_LONGER_SECONDS));
    }
    return told;
  }

  /** In words, as people are told of each step after the first. */
  public static List<String> changes(List<Notice> told) {
    var texts = new ArrayList<String>();
    for (int i = 1; i < told.size(); i++) {
      texts.add(Change.between(told.get(i - 1), told.get(i)).text());
    }
    return texts;
  }

  /** How often a text has a part. */
  public static int count(String part, String whole) {
    int count = 0;
    for (int at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
      count++;
    }
    return count;
  }
}
