// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.choke;

import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.instance;
import static io.breakwater.core.fixture.Relations.group;
import static io.breakwater.core.signal.Severity.CRITICAL;
import static io.breakwater.core.signal.Severity.HIGH;
import static io.breakwater.core.signal.Severity.INFORMATIONAL;
import static io.breakwater.core.signal.Severity.LOW;
import static io.breakwater.core.signal.Severity.MEDIUM;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class SharedChokePointTest {
  private static final Resource GROUP = group("sg-0a1");
  private static final Effect CLOSES = new Effect(HIGH, null, 0);
  private static final Effect LOWERS = new Effect(CRITICAL, MEDIUM, 0);

  private final Map<Resource, Resting> all = new HashMap<>();
  private int seconds;

  @Test
  void one_exposure_alone_is_not_worth_telling() {
    var point = rests(start(1, CLOSES), 1, CLOSES);

    assertThat(point.mayBeTold()).isFalse();
    assertThat(point.isToBeTold()).isFalse();
  }

  @Test
  void exposures_are_counted_by_what_would_become_of_them() {
    var point = start(1, CLOSES);
    point = rests(point, 2, LOWERS);
    point = rests(point, 3, new Effect(MEDIUM, INFORMATIONAL, 0));
    point = rests(point, 4, new Effect(LOW, LOW, 7));

    assertThat(point.exposures()).isEqualTo(4);
    assertThat(point.closes()).isEqualTo(2);
    assertThat(point.lowers()).isEqualTo(1);
    assertThat(point.uncertain()).isEqualTo(1);
    assertThat(point.effects().firstKey()).isEqualTo(LOWERS);
  }

  @Test
  void the_most_severe_exposure_is_listed_first_and_of_equal_ones_the_one_that_closes() {
    var point = start(1, new Effect(HIGH, LOW, 0));
    point = rests(point, 2, CLOSES);
    point = rests(point, 3, LOWERS);

    assertThat(point.worst().stream().map(Resting::exposed))
        .containsExactly(exposed(3), exposed(2), exposed(1));
  }

  @Test
  void it_is_told_once_and_again_only_when_something_differs() {
    var point = rests(start(1, CLOSES), 2, CLOSES);
    assertThat(point.isToBeTold()).isTrue();

    point = point.told();
    assertThat(point.isToBeTold()).isFalse();
    assertThat(rests(point, 2, CLOSES).isToBeTold()).isFalse();
    assertThat(rests(point, 2, LOWERS).isToBeTold()).isTrue();
  }

  @Test
  void below_two_exposures_it_is_withdrawn_once() {
    var point = ends(rests(start(1, CLOSES), 2, CLOSES).told(), 1);

    assertThat(point.isShared()).isFalse();
    assertThat(point.isToBeTold()).isTrue();
    assertThat(point.told().isToBeTold()).isFalse();
    assertThat(point.told().isOver()).isFalse();
    assertThat(ends(point.told(), 2).isOver()).isTrue();
  }

  @Test
  void it_is_over_only_once_readers_know() {
    var point = ends(ends(rests(start(1, CLOSES), 2, CLOSES).told(), 1), 2);

    assertThat(point.isOver()).isFalse();
    assertThat(point.told().isOver()).isTrue();
  }

  @Test
  void every_version_has_a_uid_of_its_own_that_follows_from_its_content() {
    var two = rests(start(1, CLOSES), 2, CLOSES);
    var same = rests(start(2, CLOSES), 1, CLOSES);
    var three = rests(two.told(), 3, CLOSES);
    var withdrawn = ends(ends(three.told(), 1), 2);

    assertThat(same.revisionUid()).isEqualTo(two.revisionUid());
    assertThat(List.of(two.revisionUid(), three.revisionUid(), withdrawn.revisionUid()))
        .doesNotHaveDuplicates();
  }

  @Test
  void findings_that_came_to_be_left_behind_are_something_that_differs() {
    var point = rests(start(1, CLOSES), 2, CLOSES).told();

    assertThat(rests(point, 2, new Effect(HIGH, null, 5)).isToBeTold()).isTrue();
  }

  /** Changes of many exposures, taken in one by one, end as a count of what is left. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void what_is_kept_up_change_by_change_is_what_counting_gives(@ForAll Random random) {
    var point = start(0, any(random));
    for (int i = 0; i < 120; i++) {
      int number = random.nextInt(40);
      if (all.containsKey(exposed(number)) && random.nextInt(3) == 0) {
        point = ends(point, number);
      } else {
        point = rests(point, number, any(random));
      }
      if (point.needsAll() && random.nextInt(4) == 0) {
        point = point.withWorstOf(all.values());
      }
    }

    var left = new ArrayList<>(all.values());
    left.sort(Resting.WORST_FIRST);
    var complete = point.needsAll() ? point.withWorstOf(all.values()) : point;
    assertThat(complete.worst())
        .isEqualTo(left.stream().limit(SharedChokePoint.MAX_LISTED).collect(toList()));
    assertThat(point.exposures()).isEqualTo(left.size());
    assertThat(point.closes()).isEqualTo(count(left, Effect::closes));
    assertThat(point.lowers()).isEqualTo(count(left, Effect::lowers));
    assertThat(point.uncertain()).isEqualTo(count(left, Effect::isUncertain));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void the_order_of_exposures_does_not_matter(@ForAll Random random) {
    var effects = new ArrayList<Integer>();
    for (int i = 0; i < 2 + random.nextInt(30); i++) {
      effects.add(i);
    }
    var seed = random.nextLong();
    var one = inOrder(effects, seed);
    Collections.shuffle(effects, random);

    var other = inOrder(effects, seed);

    assertThat(other.fingerprint()).isEqualTo(one.fingerprint());
    assertThat(other.told()).isEqualTo(one.told());
  }

  private SharedChokePoint inOrder(List<Integer> numbers, long seed) {
    SharedChokePoint point = null;
    for (int number : numbers) {
      seconds = number;
      var effect = any(new Random(seed + number));
      point = point == null ? start(number, effect) : rests(point, number, effect);
    }
    return point;
  }

  private static int count(List<Resting> all, Predicate<Effect> which) {
    return (int) all.stream().filter(resting -> which.test(resting.effect())).count();
  }

  private static Effect any(Random random) {
    var severity = Severity.ofOcsfId(2 + random.nextInt(4));
    int after = random.nextInt(severity.ocsfId() + 1);
    return new Effect(
        severity, after == 0 ? null : Severity.ofOcsfId(after), Math.max(0, random.nextInt(5) - 3));
  }

  private SharedChokePoint start(int number, Effect effect) {
    all.clear();
    var first = change(number, effect, true);
    return take(SharedChokePoint.of(first), first);
  }

  private SharedChokePoint rests(SharedChokePoint point, int number, Effect effect) {
    return take(point, change(number, effect, true));
  }

  private SharedChokePoint ends(SharedChokePoint point, int number) {
    return take(point, change(number, all.get(exposed(number)).effect(), false));
  }

  private SharedChokePoint take(SharedChokePoint point, RelianceChange change) {
    var before = Optional.ofNullable(all.remove(change.exposed()));
    if (change.holds()) {
      all.put(change.exposed(), new Resting(change.exposed(), change.reliance().effect()));
    }
    return point.and(change, before);
  }

  private RelianceChange change(int number, Effect effect, boolean holds) {
    return new RelianceChange(
        exposed(number),
        new Reliance(GROUP, "open-security-group", effect),
        holds,
        START.plusSeconds(seconds++),
        false);
  }

  private static Resource exposed(int number) {
    return instance(String.format("i-%017x", number));
  }
}
