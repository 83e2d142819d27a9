// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.wire;

import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.exploitable;
import static io.breakwater.core.fixture.Findings.instance;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.breakwater.core.certificate.AnnouncedAlert;
import io.breakwater.core.certificate.CertificateEvent;
import io.breakwater.core.certificate.CertificateEventType;
import io.breakwater.core.certificate.CertificateField;
import io.breakwater.core.certificate.CertificateUse;
import io.breakwater.core.certificate.KnownCertificate;
import io.breakwater.core.certificate.Presenter;
import io.breakwater.core.certificate.PresenterItem;
import io.breakwater.core.certificate.WatchedCertificate;
import io.breakwater.core.choke.Effect;
import io.breakwater.core.choke.Reliance;
import io.breakwater.core.choke.RelianceChange;
import io.breakwater.core.choke.Resting;
import io.breakwater.core.choke.RestsOn;
import io.breakwater.core.choke.SharedChokePoint;
import io.breakwater.core.control.Action;
import io.breakwater.core.control.ActionKind;
import io.breakwater.core.control.Decisions;
import io.breakwater.core.exposure.Announced;
import io.breakwater.core.exposure.Ceiling;
import io.breakwater.core.exposure.Closed;
import io.breakwater.core.exposure.FactorPoints;
import io.breakwater.core.exposure.Pending;
import io.breakwater.core.fixture.Actions;
import io.breakwater.core.fixture.Relations;
import io.breakwater.core.graph.HeldRelation;
import io.breakwater.core.graph.Offer;
import io.breakwater.core.graph.OwnedRelations;
import io.breakwater.core.graph.Selection;
import io.breakwater.core.relation.Basis;
import io.breakwater.core.relation.Hop;
import io.breakwater.core.relation.Relation;
import io.breakwater.core.relation.RelationRules;
import io.breakwater.core.relation.Stated;
import io.breakwater.core.relation.TravelledPath;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Labels;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.resource.Tags;
import io.breakwater.core.rules.RuleKind;
import io.breakwater.core.rules.RulesInForce;
import io.breakwater.core.severity.Impact;
import io.breakwater.core.severity.Level;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import io.breakwater.core.signal.SignalVersion;
import io.breakwater.core.trait.Audience;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.Evidence.GivenTrait;
import io.breakwater.core.trait.HeldSignal;
import io.breakwater.core.trait.RelatedTraits;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.trait.Withdrawal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What earlier releases wrote into state, this one still reads: a form that changes gets a version
 * of its own, and the old one is read on.
 */
final class StoredStateTest {
  private static final String WRITE = "breakwater.write-stored-forms";
  private static final Path FOLDER = Path.of("src/test/resources/state");

  /** Oldest first; a later one has the forms that changed since, or came. */
  private static final List<Properties> RELEASES =
      Stream.of("0.1.0").map(StoredStateTest::load).collect(toList());

  private static final Resource INSTANCE = instance("i-0aaa111122223333a");
  private static final Resource GROUP = Relations.group("sg-0a1");
  private static final Relation EDGE = RelationRules.between(INSTANCE, GROUP);
  private static final Basis BASIS =
      new Basis(Basis.Kind.OWN_ITEM, "config", INSTANCE.arn().toString());
  private static final Arn CERTIFICATE =
      Arn.parse(
          "arn:aws:acm:eu-central-1:111122223333:certificate/61f50cd4-0000-4000-8000-000000000001");
  private static final SignalVersion VERSION =
      new SignalVersion(START, START.plusNanos(1_500_000), 0x1122334455667788L);

  static Stream<Arguments> stored() {
    return Stream.of(
        arguments("signal", Codecs.SIGNAL, signal()),
        arguments("signal-with-labels", Codecs.SIGNAL, signalWithLabels()),
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
            TraitChange.seenAgain(INSTANCE.arn(), 7, VERSION, START, true, Audience.RESOURCE)),
        arguments(
            "trait-change-withdrawn",
            Codecs.TRAIT_CHANGE,
            TraitChange.withdrawn(
                INSTANCE.arn(), 7, VERSION, Withdrawal.NOT_SEEN, START, false, Audience.RESOURCE)),
        arguments(
            "held-signal",
            Codecs.HELD_SIGNAL,
            new HeldSignal(
                VERSION, START.plusSeconds(60), START.plusSeconds(90), Audience.RESOURCE)),
        arguments("announced", Codecs.ANNOUNCED, announced(Labels.NONE)),
        arguments("announced-with-labels", Codecs.ANNOUNCED, announced(Labels.of(tags(), "kim"))),
        arguments("ceiling", Codecs.CEILING, ceiling()),
        arguments("closed", Codecs.CLOSED, new Closed(3, START, Withdrawal.RESOURCE_DELETED)),
        arguments("evidence-by-path", Codecs.EVIDENCE, evidenceByPath()),
        arguments("offer", GraphCodecs.OFFER, offer()),
        arguments(
            "selection",
            GraphCodecs.SELECTION,
            new Selection(List.of(new Selection.Rank(5, 9, 77, 2)), 30, 200)),
        arguments("hop", RelationCodecs.HOP, new Hop(EDGE, BASIS)),
        arguments("owned-relations", RelationCodecs.OWNED, owned()),
        arguments(
            "stated",
            RelationCodecs.STATED,
            new Stated(List.of(EDGE), START, START.plusSeconds(5))),
        arguments("reliance", ChokeCodecs.RELIANCE, reliance()),
        arguments(
            "reliance-change",
            ChokeCodecs.CHANGE,
            new RelianceChange(INSTANCE, reliance(), true, START, false)),
        arguments("rests-on", ChokeCodecs.RESTS_ON, new RestsOn(List.of(reliance(), reliance()))),
        arguments("resting", ChokeCodecs.RESTING, new Resting(INSTANCE, reliance().effect())),
        arguments("shared-choke-point", ChokeCodecs.SHARED, sharedChokePoint()),
        arguments("watched-certificate", CertificateCodecs.WATCHED, watchedCertificate()),
        arguments("presenter", CertificateCodecs.PRESENTER, Presenter.unknown().with(item())),
        arguments(
            "rules-in-force",
            RuleCodecs.IN_FORCE,
            RulesInForce.ofPacked(
                RuleKind.SUPPRESSIONS, 3, "update", "1", "digest", new byte[] {1, 2, 3})),
        arguments("action", ControlCodecs.ACTION, action()),
        arguments("decisions", ControlCodecs.DECISIONS, decisions()),
        arguments(
            "decisions-with-ticket",
            ControlCodecs.DECISIONS,
            decisions().with(Actions.of(ActionKind.TICKET, 3, INSTANCE).build(), Severity.LOW)),
        arguments("pending", Codecs.PENDING, new Pending(START, Withdrawal.ARCHIVED, true)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stored")
  void what_was_stored_is_read_as_it_was_written(String name, Codec<Object> codec, Object value)
      throws IOException {
    for (var release : RELEASES) {
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
    var latest = new Properties();
    RELEASES.forEach(latest::putAll);

    assertThat(stored(codec, value)).isEqualTo(latest.get(name));
  }

  /** {@code -Dbreakwater.write-stored-forms=RELEASE}: all forms; leave in it what is new. */
  @Test
  @EnabledIfSystemProperty(named = WRITE, matches = ".+")
  void write_the_forms_of_this_release() throws IOException {
    var lines = new ArrayList<String>();
    lines.add("# What a release writes into state, in Base64.");
    for (var form : stored().map(Arguments::get).collect(toList())) {
      @SuppressWarnings("unchecked") // As what is stored lists them.
      var codec = (Codec<Object>) form[1];
      lines.add(form[0] + "=" + stored(codec, form[2]));
    }

    var file = FOLDER.resolve("release-" + System.getProperty(WRITE) + ".properties");
    assertThat(Files.write(file, lines)).isNotEmptyFile();
  }

  private static String stored(Codec<Object> codec, Object value) throws IOException {
    var bytes = new ByteArrayOutputStream();
    codec.write(value, new DataOutputStream(bytes));
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static WatchedCertificate watchedCertificate() {
    var event =
        CertificateEvent.builder()
            .arn(CERTIFICATE)
            .type(CertificateEventType.AVAILABLE)
            .account("111122223333")
            .region("eu-central-1")
            .time(START)
            .with(CertificateField.COMMON_NAME, "shop.example.com")
            .with(CertificateField.EXPIRES_AT, START.plusSeconds(86_400))
            .build();
    var use = new CertificateUse(CERTIFICATE, INSTANCE, Known.YES, "shop team", true, START, false);
    return new WatchedCertificate(
        KnownCertificate.named(CERTIFICATE).with(event).with(use),
        Optional.of(new AnnouncedAlert(2, START, Severity.HIGH, "It ends", "f1", true)),
        START.plusSeconds(60),
        true);
  }

  private static PresenterItem item() {
    return new PresenterItem(
        INSTANCE,
        INSTANCE.arn(),
        List.of(CERTIFICATE),
        Known.NO,
        "shop team",
        false,
        START,
        START.plusSeconds(1),
        false);
  }

  private static Properties load(String release) {
    var properties = new Properties();
    try (var in = Files.newInputStream(FOLDER.resolve("release-" + release + ".properties"))) {
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private static Signal signalWithLabels() {
    return signal().toBuilder().tags(tags()).owner("kim").build();
  }

  private static Tags tags() {
    return Tags.of(Map.of("Team", "shop", "Name", ""), 3);
  }

  private static Evidence evidence() {
    return new Evidence(
        signal(), List.of(new GivenTrait("high-priority-vulnerability", List.of("Vulnerable"))));
  }

  private static Evidence evidenceByPath() {
    return new Evidence(
        signal(),
        List.of(new GivenTrait("open-security-group", List.of())),
        List.of(),
        TravelledPath.from(GROUP).and(new Hop(EDGE, BASIS)),
        20);
  }

  private static Offer offer() {
    var given = List.of(new GivenTrait("open-security-group", List.of("Open")));
    var evidence =
        new Evidence(
            signal(),
            List.of(),
            List.of(new RelatedTraits(ResourceType.EC2_INSTANCE, given)),
            TravelledPath.from(GROUP),
            0);
    return new Offer(evidence, VERSION, Set.of(17L, -4L));
  }

  private static OwnedRelations owned() {
    var items = new TreeMap<String, Instant>();
    items.put(GROUP.arn().toString(), START);
    var held =
        new HeldRelation(
            EDGE,
            true,
            items,
            new HeldRelation.Mention(
                START, START.plusSeconds(9), new Basis(Basis.Kind.FINDING, "inspector", "f-1")));
    var relations = new TreeMap<Long, HeldRelation>();
    relations.put(EDGE.key(), held);
    return new OwnedRelations(INSTANCE.arn(), START, null, relations);
  }

  private static Reliance reliance() {
    return new Reliance(
        GROUP, "open-security-group", new Effect(Severity.HIGH, Severity.MEDIUM, 20));
  }

  private static SharedChokePoint sharedChokePoint() {
    var change = new RelianceChange(INSTANCE, reliance(), true, START, false);
    var other = new RelianceChange(instance("i-0bbb"), reliance(), true, START, false);
    return SharedChokePoint.of(change)
        .and(change, Optional.empty())
        .and(other, Optional.empty())
        .told();
  }

  private static Action action() {
    return Actions.of(ActionKind.SUPPRESS, 9, INSTANCE)
        .seen(Severity.HIGH)
        .reason("A test machine.")
        .until(START.plusSeconds(3600))
        .comment("Until it is gone.")
        .build();
  }

  private static Decisions decisions() {
    return Decisions.NONE
        .with(Actions.of(ActionKind.STATUS, 1, INSTANCE).statusId(2).build(), Severity.HIGH)
        .with(
            Actions.of(ActionKind.SEVERITY, 2, INSTANCE).severity(Severity.LOW).build(),
            Severity.HIGH)
        .with(action(), Severity.LOW);
  }

  private static Ceiling ceiling() {
    return new Ceiling(
        "2026.11.2",
        List.of("high-priority-vulnerability"),
        FactorPoints.of(-1, 4, -1, -1),
        List.of(FactorPoints.of(3, -1, 4, 4)));
  }

  private static Announced announced(Labels labels) {
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
        true,
        labels);
  }
}
