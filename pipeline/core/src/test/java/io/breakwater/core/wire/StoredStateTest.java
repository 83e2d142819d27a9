// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.wire;

import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.exploitable;
import static io.breakwater.core.fixture.Findings.instance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.breakwater.core.exposure.Announced;
import io.breakwater.core.exposure.Ceiling;
import io.breakwater.core.exposure.Closed;
import io.breakwater.core.exposure.FactorPoints;
import io.breakwater.core.exposure.Pending;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.severity.Impact;
import io.breakwater.core.severity.Level;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import io.breakwater.core.signal.SignalVersion;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.Evidence.GivenTrait;
import io.breakwater.core.trait.HeldSignal;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.trait.Withdrawal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What earlier releases wrote into state, this one still reads: a form that changes gets a version
 * of its own, and the old one is read on.
 */
final class StoredStateTest {
  private static final Properties FIRST = load("/state/release-1.properties");

  /** Forms that changed since, or came. */
  private static final Properties SECOND = load("/state/release-2.properties");

  private static final Resource INSTANCE = instance("i-0aaa111122223333a");
  private static final SignalVersion VERSION =
      new SignalVersion(START, START.plusNanos(1_500_000), 0x1122334455667788L);

  static Stream<Arguments> stored() {
    return Stream.of(
        arguments("signal", Codecs.SIGNAL, signal()),
        arguments("signal-with-steps", Codecs.SIGNAL, signalWithSteps()),
        arguments("resource", Codecs.RESOURCE, INSTANCE),
        arguments("evidence", Codecs.EVIDENCE, evidence()),
        arguments(
            "trait-change-given",
            Codecs.TRAIT_CHANGE,
            TraitChange.given(7, VERSION, evidence(), START)),
        arguments(
            "trait-change-seen-again",
            Codecs.TRAIT_CHANGE,
            TraitChange.seenAgain(INSTANCE.arn(), 7, VERSION, START, true)),
        arguments(
            "trait-change-withdrawn",
            Codecs.TRAIT_CHANGE,
            TraitChange.withdrawn(INSTANCE.arn(), 7, VERSION, Withdrawal.NOT_SEEN, START, false)),
        arguments(
            "held-signal",
            Codecs.HELD_SIGNAL,
            new HeldSignal(VERSION, START.plusSeconds(60), START.plusSeconds(90), true)),
        arguments("announced", Codecs.ANNOUNCED, announced()),
        arguments("ceiling", Codecs.CEILING, ceiling()),
        arguments("closed", Codecs.CLOSED, new Closed(3, START, Withdrawal.RESOURCE_DELETED)),
        arguments("pending", Codecs.PENDING, new Pending(START, Withdrawal.ARCHIVED, true)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stored")
  void what_was_stored_is_read_as_it_was_written(String name, Codec<Object> codec, Object value)
      throws IOException {
    for (var release : List.of(FIRST, SECOND)) {
      if (release.containsKey(name)) {
        var in = new ByteArrayInputStream(Base64.getDecoder().decode(release.getProperty(name)));

        var read = codec.read(new DataInputStream(in));

        assertThat(read).usingRecursiveComparison().isEqualTo(value);
        assertThat(in.available()).isZero();
      }
    }
  }

  /** A form that changes needs a version of its own, and an entry in the file of its release. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("stored")
  void what_is_written_now_is_the_stored_form(String name, Codec<Object> codec, Object value)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    codec.write(value, new DataOutputStream(bytes));

    assertThat(Base64.getEncoder().encodeToString(bytes.toByteArray()))
        .isEqualTo(SECOND.getProperty(name, FIRST.getProperty(name)));
  }

  private static Properties load(String name) {
    var properties = new Properties();
    try (var stream = StoredStateTest.class.getResourceAsStream(name)) {
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static Signal signal() {
    return exploitable(INSTANCE, "CVE-2026-0001")
        .state(SignalState.ACTIVE)
        .observedAt(START.plusSeconds(2))
        .createdAt(START.minusSeconds(3600))
        .openPath(new OpenPath(OpenPath.Origin.INTERNET, 443, 444, "TCP"))
        .attribute(Attribute.INSTANCE_PROFILE, "arn:aws:iam::111122223333:instance-profile/web")
        .control("EC2.8")
        .replayed(true)
        .build();
  }

  private static Signal signalWithSteps() {
    var steps = List.of(new OpenPath.Step("igw-0a1", "AWS::EC2::InternetGateway"));
    return signal().toBuilder()
        .openPath(new OpenPath(OpenPath.Origin.INTERNET, 443, 444, "TCP", steps))
        .build();
  }

  private static Evidence evidence() {
    return new Evidence(
        signal(), List.of(new GivenTrait("high-priority-vulnerability", List.of("Vulnerable"))));
  }

  private static Ceiling ceiling() {
    return new Ceiling(
        "2026.11.2",
        List.of("high-priority-vulnerability"),
        FactorPoints.of(-1, 4, -1, -1),
        List.of(FactorPoints.of(3, -1, 4, 4)));
  }

  private static Announced announced() {
    return new Announced(
        INSTANCE,
        START,
        1,
        Severity.HIGH,
        Level.VERY_HIGH,
        Impact.UNKNOWN,
        "Potential Remote Execution: EC2 instance has software vulnerabilities",
        "Exposure/Potential Initial Access/Exploit Public-Facing Application",
        "ec2-remote-execution",
        "0123456789abcdef0123456789abcdef",
        true);
  }
}
