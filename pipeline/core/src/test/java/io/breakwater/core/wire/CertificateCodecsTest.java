// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.certificate.AnnouncedAlert;
import io.breakwater.core.certificate.CertificateEvent;
import io.breakwater.core.certificate.CertificateEventType;
import io.breakwater.core.certificate.CertificateField;
import io.breakwater.core.certificate.CertificateUse;
import io.breakwater.core.certificate.CertificateWord;
import io.breakwater.core.certificate.KnownCertificate;
import io.breakwater.core.certificate.Presenter;
import io.breakwater.core.certificate.PresenterItem;
import io.breakwater.core.certificate.WatchedCertificate;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is said and known of certificates comes back as it went. */
final class CertificateCodecsTest {
  private static final Arn ARN =
      Arn.parse(
          "arn:aws:acm:eu-central-1:111122223333:certificate/61f50cd4-0000-4000-8000-000000000001");

  @Provide
  Arbitrary<CertificateEvent> events() {
    var fields =
        Arbitraries.maps(
            Arbitraries.of(CertificateField.class),
            WireValues.texts().filter(text -> !text.isEmpty()));
    return Combinators.combine(
            Arbitraries.of(CertificateEventType.class),
            WireValues.texts(),
            WireValues.times(),
            Arbitraries.of(true, false),
            fields)
        .as(
            (type, account, time, replayed, said) -> {
              var event =
                  CertificateEvent.builder()
                      .arn(ARN)
                      .type(type)
                      .account(account)
                      .region("eu-central-1")
                      .time(time)
                      .replayed(replayed);
              said.forEach(event::with);
              return event.build();
            });
  }

  @Provide
  Arbitrary<CertificateUse> uses() {
    return Combinators.combine(
            WireValues.resources(),
            Arbitraries.of(Known.class),
            WireValues.texts(),
            Arbitraries.of(true, false),
            WireValues.times(),
            Arbitraries.of(true, false))
        .as(
            (user, internet, owner, holds, at, replayed) ->
                new CertificateUse(ARN, user, internet, owner, holds, at, replayed));
  }

  @Provide
  Arbitrary<CertificateWord> words() {
    return Arbitraries.oneOf(events().map(CertificateWord::of), uses().map(CertificateWord::of));
  }

  @Provide
  Arbitrary<WatchedCertificate> watched() {
    var announced =
        Combinators.combine(
                Arbitraries.integers().between(1, 1_000),
                WireValues.times(),
                Arbitraries.of(Severity.class),
                WireValues.texts(),
                WireValues.names(),
                Arbitraries.of(true, false))
            .as(AnnouncedAlert::new);
    return Combinators.combine(
            events().list().ofMaxSize(8),
            uses().list().ofMaxSize(4),
            announced.optional(),
            WireValues.times(),
            Arbitraries.of(true, false))
        .as(
            (said, used, told, at, replayed) ->
                new WatchedCertificate(known(said, used), told, at, replayed));
  }

  private static KnownCertificate known(List<CertificateEvent> said, List<CertificateUse> used) {
    var known = KnownCertificate.named(ARN);
    for (var event : said) {
      known = known.with(event);
    }
    for (var use : used) {
      known = known.with(use);
    }
    return known;
  }

  @Provide
  Arbitrary<PresenterItem> items() {
    return Combinators.combine(
            WireValues.resources(),
            Arbitraries.of(Known.class),
            WireValues.texts(),
            WireValues.times(),
            WireValues.times(),
            Arbitraries.of(true, false))
        .as(
            (presenter, internet, owner, updatedAt, at, replayed) ->
                new PresenterItem(
                    presenter,
                    presenter.arn(),
                    List.of(ARN),
                    internet,
                    owner,
                    replayed,
                    updatedAt,
                    at,
                    replayed));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void a_word_comes_back(@ForAll("words") CertificateWord word) throws IOException {
    assertThat(thereAndBack(CertificateCodecs.WORD, word)).isEqualTo(word);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void an_event_comes_back(@ForAll("events") CertificateEvent event) throws IOException {
    assertThat(thereAndBack(CertificateCodecs.EVENT, event)).isEqualTo(event);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void what_is_kept_of_a_certificate_comes_back(@ForAll("watched") WatchedCertificate watched)
      throws IOException {
    assertThat(thereAndBack(CertificateCodecs.WATCHED, watched)).isEqualTo(watched);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void an_item_and_a_presenter_come_back(@ForAll("items") PresenterItem item) throws IOException {
    var presenter = Presenter.unknown().with(item);

    assertThat(thereAndBack(CertificateCodecs.PRESENTER_ITEM, item)).isEqualTo(item);
    assertThat(thereAndBack(CertificateCodecs.PRESENTER, presenter)).isEqualTo(presenter);
  }

  private static <T> T thereAndBack(Codec<T> codec, T value) throws IOException {
    var bytes = new ByteArrayOutputStream();
    codec.write(value, new DataOutputStream(bytes));
    var in = new ByteArrayInputStream(bytes.toByteArray());
    var back = codec.read(new DataInputStream(in));
    assertThat(in.available()).isZero();
    return back;
  }
}
