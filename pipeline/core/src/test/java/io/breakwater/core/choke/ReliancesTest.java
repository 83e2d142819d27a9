// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.choke;

import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.control;
import static io.breakwater.core.fixture.Findings.exploitable;
import static io.breakwater.core.fixture.Findings.function;
import static io.breakwater.core.fixture.Findings.instance;
import static io.breakwater.core.fixture.Relations.group;
import static io.breakwater.core.fixture.Relations.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.exposure.ChokePoints;
import io.breakwater.core.fixture.CatalogueFiles;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReliancesTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Resource INSTANCE = instance("i-0aaa111122223333a");
  private static final Resource GROUP = group("sg-0a1");
  private static final Reliance OPEN = reliance(GROUP, "open-security-group");
  private static final Reliance REMOTE = reliance(GROUP, "remote-access-allowed");

  private List<Reliance> told = List.of();

  @Test
  void an_exposure_rests_on_what_comes_from_other_resources() {
    var reliances =
        of(
            exploitable(INSTANCE, "CVE-2026-0001").build(),
            item(INSTANCE, 1, GROUP),
            control(GROUP, "EC2.18").build());

    assertThat(reliances.stream().map(Reliance::origin)).containsExactly(GROUP);
    assertThat(reliances.get(0).trait()).isEqualTo("open-security-group");
    assertThat(reliances.get(0).effect().severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void nobody_else_rests_on_its_own_traits() {
    assertThat(of(exploitable(INSTANCE, "CVE-2026-0001").build())).isEmpty();
  }

  @Test
  void a_resource_that_passes_its_own_trait_on_rests_on_it_like_the_others() {
    var passing =
        CatalogueFiles.builtIn()
            .trait(
                "traits/ec2-instance.json",
                "high-priority-vulnerability",
                trait ->
                    trait
                        .putArray("via")
                        .addArray()
                        .addObject()
                        .put("relation", "canAccess")
                        .put("resourceType", "AWS::Lambda::Function"))
            .read();
    var function = function("orders");
    var exposure =
        Correlation.at(START, passing)
            .see(exploitable(function, "CVE-2026-0001").build())
            .exposures()
            .get(function.arn());

    var reliances = new Reliances(passing).of(exposure, new ChokePoints(passing).of(exposure));

    assertThat(reliances.stream().map(Reliance::origin)).containsExactly(function);
  }

  @Test
  void the_same_trait_of_the_same_resource_is_one_choke_point_whoever_rests_on_it() {
    var one = new Reliance(GROUP, "open-security-group", new Effect(Severity.LOW, null, 0));

    assertThat(one.chokePointUid()).isEqualTo(OPEN.chokePointUid());
    assertThat(REMOTE.chokePointUid()).isNotEqualTo(OPEN.chokePointUid());
    assertThat(reliance(group("sg-0a2"), "open-security-group").chokePointUid())
        .isNotEqualTo(OPEN.chokePointUid());
  }

  @Test
  void only_what_differs_is_told() {
    assertThat(tell(OPEN, REMOTE)).extracting(RelianceChange::holds).containsExactly(true, true);
    assertThat(tell(REMOTE, OPEN)).isEmpty();

    var worse = new Reliance(GROUP, "open-security-group", new Effect(Severity.CRITICAL, null, 0));
    assertThat(tell(worse, REMOTE)).extracting(RelianceChange::reliance).containsExactly(worse);
  }

  @Test
  void what_is_no_more_is_taken_back() {
    tell(OPEN, REMOTE);

    var changes = tell(REMOTE);

    assertThat(changes).extracting(RelianceChange::holds).containsExactly(false);
    assertThat(changes).extracting(RelianceChange::reliance).containsExactly(OPEN);
  }

  @Test
  void an_exposure_that_closes_rests_on_nothing() {
    tell(OPEN, REMOTE);

    assertThat(tell()).extracting(RelianceChange::holds).containsExactly(false, false);
  }

  private List<RelianceChange> tell(Reliance... now) {
    var changes = new RestsOn(List.of(now)).changesSince(new RestsOn(told), INSTANCE, START, false);
    told = List.of(now);
    return changes;
  }

  private static List<Reliance> of(Signal... signals) {
    var exposure =
        Correlation.at(START.plus(Duration.ofDays(1)), CATALOGUE)
            .seeTogether(List.of(signals))
            .exposures()
            .get(INSTANCE.arn());
    return new Reliances(CATALOGUE).of(exposure, new ChokePoints(CATALOGUE).of(exposure));
  }

  private static Reliance reliance(Resource origin, String trait) {
    return new Reliance(origin, trait, new Effect(Severity.HIGH, Severity.LOW, 0));
  }
}
