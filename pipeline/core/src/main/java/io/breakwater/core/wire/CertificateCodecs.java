// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.wire;

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
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The codecs of certificates, of what presents them, and of what was told of them. */
public final class CertificateCodecs {
  public static final Codec<CertificateEvent> EVENT =
      Codecs.versioned(CertificateCodecs::writeEvent, CertificateCodecs::readEvent);
  public static final Codec<CertificateWord> WORD =
      Codecs.versioned(CertificateCodecs::writeWord, CertificateCodecs::readWord);
  public static final Codec<WatchedCertificate> WATCHED =
      Codecs.versioned(CertificateCodecs::writeWatched, CertificateCodecs::readWatched);
  public static final Codec<PresenterItem> PRESENTER_ITEM =
      Codecs.versioned(CertificateCodecs::writeItem, CertificateCodecs::readItem);
  public static final Codec<Presenter> PRESENTER =
      Codecs.versioned(CertificateCodecs::writePresenter, CertificateCodecs::readPresenter);

  private static final CertificateEventType[] TYPES = CertificateEventType.values();
  private static final CertificateField[] FIELDS = CertificateField.values();
  private static final Known[] KNOWN = Known.values();
  private static final Severity[] SEVERITIES = Severity.values();

  private CertificateCodecs() {}

  private static void writeEvent(CertificateEvent event, DataOutput out) throws IOException {
    Wire.writeText(event.arn().toString(), out);
    Wire.writeEnum(event.type(), out);
    Wire.writeText(event.account(), out);
    Wire.writeText(event.region(), out);
    Wire.writeTime(event.time(), out);
    out.writeBoolean(event.replayed());
    Wire.writeCount(event.fields().size(), out);
    for (var field : event.fields().entrySet()) {
      Wire.writeEnum(field.getKey(), out);
      Wire.writeText(field.getValue(), out);
    }
  }

  private static CertificateEvent readEvent(DataInput in) throws IOException {
    var event =
        CertificateEvent.builder()
            .arn(Arn.parse(Wire.readText(in)))
            .type(Wire.readEnum(TYPES, in))
            .account(Wire.readText(in))
            .region(Wire.readText(in))
            .time(Wire.readTime(in))
            .replayed(in.readBoolean());
    for (int i = Wire.readCount(in); i > 0; i--) {
      event.with(Wire.readEnum(FIELDS, in), Wire.readText(in));
    }
    return event.build();
  }

  private static void writeUse(CertificateUse use, DataOutput out) throws IOException {
    Wire.writeText(use.certificate().toString(), out);
    Codecs.writeResource(use.user(), out);
    Wire.writeEnum(use.internet(), out);
    Wire.writeText(use.owner(), out);
    out.writeBoolean(use.holds());
    Wire.writeTime(use.at(), out);
    out.writeBoolean(use.replayed());
  }

  private static CertificateUse readUse(DataInput in) throws IOException {
    return new CertificateUse(
        Arn.parse(Wire.readText(in)),
        Codecs.readResource(in),
        Wire.readEnum(KNOWN, in),
        Wire.readText(in),
        in.readBoolean(),
        Wire.readTime(in),
        in.readBoolean());
  }

  private static void writeWord(CertificateWord word, DataOutput out) throws IOException {
    out.writeBoolean(word.event().isPresent());
    if (word.event().isPresent()) {
      writeEvent(word.event().get(), out);
    } else {
      writeUse(word.use().orElseThrow(), out);
    }
  }

  private static CertificateWord readWord(DataInput in) throws IOException {
    return in.readBoolean() ? CertificateWord.of(readEvent(in)) : CertificateWord.of(readUse(in));
  }

  private static void writeWatched(WatchedCertificate watched, DataOutput out) throws IOException {
    writeKnown(watched.known(), out);
    out.writeBoolean(watched.announced().isPresent());
    if (watched.announced().isPresent()) {
      writeAnnounced(watched.announced().get(), out);
    }
    Wire.writeTime(watched.assessedAt(), out);
    out.writeBoolean(watched.replayed());
  }

  private static WatchedCertificate readWatched(DataInput in) throws IOException {
    var known = readKnown(in);
    var announced =
        in.readBoolean() ? Optional.of(readAnnounced(in)) : Optional.<AnnouncedAlert>empty();
    return new WatchedCertificate(known, announced, Wire.readTime(in), in.readBoolean());
  }

  private static void writeKnown(KnownCertificate known, DataOutput out) throws IOException {
    Wire.writeText(known.arn().toString(), out);
    Wire.writeCount(known.latest().size(), out);
    for (var event : known.latest()) {
      writeEvent(event, out);
    }
    Wire.writeCount(known.uses().size(), out);
    for (var use : known.uses()) {
      writeUse(use, out);
    }
    out.writeBoolean(known.usesCut());
  }

  private static KnownCertificate readKnown(DataInput in) throws IOException {
    var arn = Arn.parse(Wire.readText(in));
    var latest = new EnumMap<CertificateEventType, CertificateEvent>(CertificateEventType.class);
    for (int i = Wire.readCount(in); i > 0; i--) {
      var event = readEvent(in);
      latest.put(event.type(), event);
    }
    var uses = new TreeMap<String, CertificateUse>();
    for (int i = Wire.readCount(in); i > 0; i--) {
      var use = readUse(in);
      uses.put(use.user().arn().toString(), use);
    }
    return new KnownCertificate(arn, latest, uses, in.readBoolean());
  }

  private static void writeAnnounced(AnnouncedAlert announced, DataOutput out) throws IOException {
    Wire.writeCount(announced.episode(), out);
    Wire.writeTime(announced.since(), out);
    Wire.writeEnum(announced.severity(), out);
    Wire.writeText(announced.title(), out);
    Wire.writeText(announced.fingerprint(), out);
    out.writeBoolean(announced.isOpen());
  }

  private static AnnouncedAlert readAnnounced(DataInput in) throws IOException {
    return new AnnouncedAlert(
        Wire.readCount(in),
        Wire.readTime(in),
        Wire.readEnum(SEVERITIES, in),
        Wire.readText(in),
        Wire.readText(in),
        in.readBoolean());
  }

  private static void writeItem(PresenterItem item, DataOutput out) throws IOException {
    Codecs.writeResource(item.presenter(), out);
    Wire.writeText(item.item().toString(), out);
    Wire.writeCount(item.certificates().size(), out);
    for (var certificate : item.certificates()) {
      Wire.writeText(certificate.toString(), out);
    }
    Wire.writeEnum(item.internet(), out);
    Wire.writeText(item.owner(), out);
    out.writeBoolean(item.isDeleted());
    Wire.writeTime(item.updatedAt(), out);
    Wire.writeTime(item.at(), out);
    out.writeBoolean(item.replayed());
  }

  private static PresenterItem readItem(DataInput in) throws IOException {
    var presenter = Codecs.readResource(in);
    var item = Arn.parse(Wire.readText(in));
    List<Arn> certificates = new ArrayList<>();
    for (int i = Wire.readCount(in); i > 0; i--) {
      certificates.add(Arn.parse(Wire.readText(in)));
    }
    return new PresenterItem(
        presenter,
        item,
        certificates,
        Wire.readEnum(KNOWN, in),
        Wire.readText(in),
        in.readBoolean(),
        Wire.readTime(in),
        Wire.readTime(in),
        in.readBoolean());
  }

  private static void writePresenter(Presenter presenter, DataOutput out) throws IOException {
    Wire.writeCount(presenter.items().size(), out);
    for (var item : presenter.items()) {
      writeItem(item, out);
    }
  }

  private static Presenter readPresenter(DataInput in) throws IOException {
    var items = new TreeMap<String, PresenterItem>();
    for (int i = Wire.readCount(in); i > 0; i--) {
      var item = readItem(in);
      items.put(item.item().toString(), item);
    }
    return new Presenter(items);
  }
}
