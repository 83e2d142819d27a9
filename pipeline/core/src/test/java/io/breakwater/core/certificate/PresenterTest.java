// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import static io.breakwater.core.certificate.Words.ARN;
import static io.breakwater.core.certificate.Words.START;
import static io.breakwater.core.certificate.Words.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.signal.Known;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A load balancer and its listeners, each with a configuration item of its own. */
final class PresenterTest {
  private static final String ELB = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:";
  private static final Arn OTHER =
      Arn.parse(
          "arn:aws:acm:eu-central-1:111122223333:certificate/61f50cd4-0000-4000-8000-000000000002");
  private static final Resource BALANCER =
      Resource.of(
          Arn.parse(ELB + "loadbalancer/app/web/50dc"),
          ResourceType.named("AWS::ElasticLoadBalancingV2::LoadBalancer"),
          "111122223333",
          "eu-central-1");
  private static final Arn LISTENER = Arn.parse(ELB + "listener/app/web/50dc/f2f7");

  @Test
  void what_a_listener_names_is_presented_as_its_load_balancer_is_reached() {
    var known = Presenter.unknown().with(listener(0, ARN)).with(balancer(Known.YES));

    assertThat(changes(Presenter.unknown(), known))
        .singleElement()
        .satisfies(
            use -> {
              assertThat(use.certificate()).isEqualTo(ARN);
              assertThat(use.user()).isEqualTo(BALANCER);
              assertThat(use.internet()).isEqualTo(Known.YES);
              assertThat(use.owner()).isEqualTo("shop team");
              assertThat(use.holds()).isTrue();
            });
  }

  @Test
  void another_certificate_in_its_place_ends_the_use_of_the_first() {
    var before = Presenter.unknown().with(listener(0, ARN));

    assertThat(changes(before, before.with(listener(5, OTHER))))
        .extracting(CertificateUse::toString)
        .containsExactly(BALANCER + " presents " + OTHER, BALANCER + " does not present " + ARN);
  }

  @Test
  void an_older_item_changes_nothing() {
    var known = Presenter.unknown().with(listener(5, OTHER));

    assertThat(known.with(listener(0, ARN))).isEqualTo(known);
  }

  @Test
  void a_listener_that_is_gone_presents_nothing() {
    var before = Presenter.unknown().with(listener(0, ARN));

    assertThat(changes(before, before.with(listener(5))))
        .singleElement()
        .satisfies(use -> assertThat(use.holds()).isFalse());
  }

  @Test
  void a_load_balancer_that_is_gone_takes_its_listeners_with_it() {
    var before = Presenter.unknown().with(listener(0, ARN));
    var gone =
        new PresenterItem(
            BALANCER, BALANCER.arn(), List.of(), Known.UNKNOWN, "", true, day(5), day(5), false);

    assertThat(changes(before, before.with(gone)))
        .singleElement()
        .satisfies(use -> assertThat(use.holds()).isFalse());
    assertThat(changes(Presenter.unknown(), before.with(gone).with(listener(6, ARN)))).hasSize(1);
  }

  @Test
  void what_was_not_seen_again_within_its_window_does_not_count() {
    var window = Duration.ofDays(400);
    var known = Presenter.unknown().with(listener(0, ARN));

    assertThat(known.nextEnd(window)).contains(day(400));
    assertThat(known.at(day(399), window)).isEqualTo(known);
    assertThat(known.at(day(400), window).isEmpty()).isTrue();
  }

  private static List<CertificateUse> changes(Presenter before, Presenter after) {
    return after.changesSince(before, day(6), false);
  }

  private static PresenterItem balancer(Known internet) {
    return new PresenterItem(
        BALANCER, BALANCER.arn(), List.of(), internet, "shop team", false, START, START, false);
  }

  private static PresenterItem listener(int day, Arn... certificates) {
    return new PresenterItem(
        BALANCER,
        LISTENER,
        List.of(certificates),
        Known.UNKNOWN,
        "",
        false,
        day(day),
        day(day),
        false);
  }
}
