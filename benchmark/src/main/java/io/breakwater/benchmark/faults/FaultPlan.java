// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.faults;

import io.breakwater.demo.DemoEvent;
import io.breakwater.demo.Organisation;
import io.breakwater.demo.fleet.Fleet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * What goes wrong how often, and what comes in meanwhile. The same seed and the same start make the
 * same events.
 */
public final class FaultPlan {
  private static final Pattern TIME = Pattern.compile("(\"time\":\")([^\"]+)(\")");
  private static final long MILLIS_APART = 20;
  private static final Duration CERTIFICATES_LIVE = Duration.ofDays(90);

  /** By how much the clocks of sources are wrong, by turns. */
  private static final List<Duration> SKEWS =
      List.of(Duration.ZERO, Duration.ofMinutes(-50), Duration.ofMinutes(7));

  private final int taskManagerKills;
  private final int jobManagerKills;
  private final int events;
  private final int poison;
  private final Duration trouble;
  private final long seed;

  /**
   * @param events of each act
   * @param poison records that nobody can read
   * @param trouble how long each trouble with Kinesis lasts
   */
  private FaultPlan(
      int taskManagerKills,
      int jobManagerKills,
      int events,
      int poison,
      Duration trouble,
      long seed) {
    this.taskManagerKills = taskManagerKills;
    this.jobManagerKills = jobManagerKills;
    this.events = events;
    this.poison = poison;
    this.trouble = trouble;
    this.seed = seed;
  }

  /** All of it: some minutes. */
  public static FaultPlan whole(long seed) {
    return new FaultPlan(20, 3, 120, 2_000, Duration.ofSeconds(10), seed);
  }

  /** One of each, for a quick look. */
  public static FaultPlan brief(long seed) {
    return new FaultPlan(1, 1, 40, 300, Duration.ofSeconds(3), seed);
  }

  int taskManagerKills() {
    return taskManagerKills;
  }

  int jobManagerKills() {
    return jobManagerKills;
  }

  Duration trouble() {
    return trouble;
  }

  /** Where in the events of an act something is to happen, and to whom. */
  Random random() {
    return new Random(seed);
  }

  /**
   * The events of each act.
   *
   * @param now the latest of their times is before this
   */
  Map<Act, List<DemoEvent>> events(Instant now) {
    int all = Act.values().length * events + 1_000;
    var organisation = Organisation.seeded(seed);
    var at = now.minusMillis(all * MILLIS_APART);
    var opening = new ArrayList<>(organisation.opening(at));
    var certificates = certificates(at);
    var acts = new EnumMap<Act, List<DemoEvent>>(Act.class);
    int left = Act.values().length;
    for (var act : Act.values()) {
      var some = new ArrayList<DemoEvent>();
      if (act == Act.NOTHING) {
        some.addAll(opening);
      }
      int share = certificates.size() / left--;
      some.addAll(certificates.subList(0, share));
      certificates.subList(0, share).clear();
      for (int i = 0; i < events; i++) {
        at = at.plusMillis(MILLIS_APART);
        some.add(organisation.next(at));
      }
      acts.put(act, some);
    }
    poison(acts.get(Act.POISON));
    acts.put(Act.CLOCK_SKEW, skewed(acts.get(Act.CLOCK_SKEW)));
    return acts;
  }

  /** What became of a fleet of certificates so far. */
  private List<DemoEvent> certificates(Instant now) {
    var fleet = Fleet.seeded(seed, now.minus(CERTIFICATES_LIVE));
    var all = new ArrayList<DemoEvent>();
    for (var next = fleet.next(now); next.isPresent(); next = fleet.next(now)) {
      all.add(next.get());
    }
    return all;
  }

  private void poison(List<DemoEvent> into) {
    var random = random();
    for (int i = 0; i < poison; i++) {
      int at = random.nextInt(into.size());
      into.add(at, new DemoEvent("poison-" + i, poison(into.get(at).json(), random)));
    }
  }

  private static byte[] poison(byte[] event, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> noise(random);
      case 1 -> Arrays.copyOf(event, event.length / 2);
      case 2 ->
          "{\"detail-type\":\"Inspector2 Finding\",\"detail\":{\"resources\":7}}"
              .getBytes(StandardCharsets.UTF_8);
      default -> "[".repeat(2_000).getBytes(StandardCharsets.UTF_8);
    };
  }

  private static byte[] noise(Random random) {
    var noise = new byte[1 + random.nextInt(400)];
    random.nextBytes(noise);
    return noise;
  }

  private static List<DemoEvent> skewed(List<DemoEvent> events) {
    var skewed = new ArrayList<DemoEvent>();
    for (int i = 0; i < events.size(); i++) {
      var event = events.get(i);
      var json = new String(event.json(), StandardCharsets.UTF_8);
      var skew = SKEWS.get(Math.floorMod(source(json).hashCode(), SKEWS.size()));
      var time = TIME.matcher(json);
      var changed =
          time.find()
              ? time.replaceFirst("$1" + Instant.parse(time.group(2)).plus(skew) + "$3")
              : json;
      skewed.add(new DemoEvent(event.partitionKey(), changed.getBytes(StandardCharsets.UTF_8)));
    }
    return skewed;
  }

  private static String source(String json) {
    return Optional.of(json.indexOf("\"source\":\""))
        .filter(at -> at >= 0)
        .map(at -> json.substring(at, json.indexOf(',', at)))
        .orElse("");
  }
}
