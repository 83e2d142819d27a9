// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.law;

import static io.breakwater.core.law.EventSets.AS_OF;
import static io.breakwater.core.law.EventSets.CATALOGUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.fixture.Findings;
import io.breakwater.core.signal.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What is open is a function of the set of events and the as-of time: not of their order, not of
 * how often one is delivered, not of who sees which.
 */
final class OrderDoesNotMatterTest {
  @Provide
  Arbitrary<List<Signal>> eventSets() {
    return EventSets.eventSets();
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void any_order_ends_with_the_same_exposures(
      @ForAll("eventSets") List<Signal> events, @ForAll Random random) {
    var shuffled = shuffled(events, random);

    var one = Correlation.at(AS_OF, CATALOGUE).see(events);
    var other = Correlation.at(AS_OF, CATALOGUE).see(shuffled);

    assertThat(Open.of(other)).isEqualTo(Open.of(one));
  }

  /** Windows end in between, at other moments in each order, and late signals come after them. */
  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void any_order_of_a_live_stream_ends_with_the_same_exposures(
      @ForAll("eventSets") List<Signal> events, @ForAll Random random) {
    var inOrder = new ArrayList<>(events);
    inOrder.sort(Comparator.comparing(Signal::observedAt));
    var shuffled = shuffled(events, random);

    var one = Correlation.at(Findings.START, CATALOGUE).seeLive(inOrder).advanceTo(AS_OF);
    var other = Correlation.at(Findings.START, CATALOGUE).seeLive(shuffled).advanceTo(AS_OF);

    assertThat(Open.of(other)).isEqualTo(Open.of(one));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void delivering_events_again_changes_nothing(
      @ForAll("eventSets") List<Signal> events, @ForAll Random random) {
    var repeated = new ArrayList<>(events);
    repeated.addAll(shuffled(events, random).subList(0, (events.size() + 1) / 2));
    var shuffled = shuffled(repeated, random);

    var one = Correlation.at(AS_OF, CATALOGUE).see(events);
    var other = Correlation.at(AS_OF, CATALOGUE).see(shuffled);

    assertThat(Open.of(other)).isEqualTo(Open.of(one));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void resources_seen_apart_end_as_resources_seen_together(
      @ForAll("eventSets") List<Signal> events, @ForAll Random random) {
    var together = Correlation.at(AS_OF, CATALOGUE).see(events);

    var apart =
        events.stream()
            .collect(Collectors.groupingBy(signal -> signal.resource().arn()))
            .values()
            .stream()
            .map(part -> Correlation.at(AS_OF, CATALOGUE).see(shuffled(part, random)))
            .flatMap(part -> Open.of(part).stream())
            .collect(Collectors.toList());

    assertThat(apart).containsExactlyInAnyOrderElementsOf(Open.of(together));
  }

  private static List<Signal> shuffled(List<Signal> events, Random random) {
    var shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
