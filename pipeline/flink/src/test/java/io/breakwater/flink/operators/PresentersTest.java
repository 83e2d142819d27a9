// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.certificate.CertificateUse;
import io.breakwater.core.certificate.PresenterItem;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.signal.Known;
import io.breakwater.flink.Settings;
import io.breakwater.flink.fixture.CertificateEvents;
import io.breakwater.flink.fixture.Harnesses;
import io.breakwater.flink.fixture.Harnesses.Task;
import io.breakwater.flink.types.TrackedWord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PresentersTest {
  private static final Duration WINDOW = Duration.ofDays(400);
  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
  private static final Arn CERTIFICATE = Arn.parse(CertificateEvents.arn(1));
  private static final Resource BALANCER =
      Resource.of(
          Arn.parse(
              "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/web/50dc"),
          ResourceType.named("AWS::ElasticLoadBalancingV2::LoadBalancer"),
          "111122223333",
          "eu-central-1");

  private KeyedOneInputStreamOperatorTestHarness<String, PresenterItem, TrackedWord> presenters;

  @BeforeEach
  void open() throws Exception {
    presenters = Harnesses.presenters(Settings.live().build(), Task.single());
  }

  @AfterEach
  void close() throws Exception {
    presenters.close();
  }

  @Test
  void an_item_that_comes_again_says_nothing_new() throws Exception {
    say(START);
    say(START.plusSeconds(60));

    assertThat(told()).containsExactly(BALANCER + " presents " + CERTIFICATE);
    assertThat(presenters.numEventTimeTimers()).isEqualTo(1);
  }

  @Test
  void a_use_ends_with_the_window_of_the_last_item() throws Exception {
    say(START);
    say(START.plus(Duration.ofDays(10)));

    presenters.processWatermark(START.plus(WINDOW).toEpochMilli());
    assertThat(told()).hasSize(1);
    presenters.processWatermark(START.plus(WINDOW).plus(Duration.ofDays(10)).toEpochMilli());

    assertThat(told()).last().isEqualTo(BALANCER + " does not present " + CERTIFICATE);
    assertThat(presenters.numKeyedStateEntries()).isZero();
    assertThat(presenters.numEventTimeTimers()).isZero();
  }

  @Test
  void what_a_restart_finds_goes_on() throws Exception {
    say(START);
    var snapshot = presenters.snapshot(1, 1);
    presenters.close();

    presenters = Harnesses.presenters(Settings.live().build(), Task.single().from(snapshot, 1));
    presenters.processWatermark(START.plus(WINDOW).toEpochMilli());

    assertThat(told()).containsExactly(BALANCER + " does not present " + CERTIFICATE);
  }

  private void say(Instant at) throws Exception {
    presenters.processElement(
        new PresenterItem(
            BALANCER, BALANCER.arn(), List.of(CERTIFICATE), Known.YES, "", false, at, at, false),
        at.toEpochMilli());
  }

  private List<String> told() {
    return presenters.extractOutputValues().stream()
        .map(tracked -> tracked.word().use().map(CertificateUse::toString).orElseThrow())
        .collect(Collectors.toList());
  }
}
