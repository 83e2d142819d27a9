// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.types;

import io.breakwater.core.certificate.CertificateWord;
import io.breakwater.core.wire.CertificateCodecs;
import io.breakwater.core.wire.Codec;
import io.breakwater.core.wire.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** Something said of a certificate, and the record it came in where nothing else settles that. */
public final class TrackedWord {
  static final Codec<TrackedWord> CODEC = Codecs.versioned(TrackedWord::write, TrackedWord::read);

  /** In which order words of one time are taken. */
  public static final Comparator<TrackedWord> IN_TURN =
      Comparator.comparing(TrackedWord::word, CertificateWord.IN_TURN);

  private final Track track;
  private final CertificateWord word;

  private TrackedWord(Track track, CertificateWord word) {
    this.track = track;
    this.word = Objects.requireNonNull(word);
  }

  /** What becomes of the word is what becomes of that part of the record. */
  public static TrackedWord of(Track track, CertificateWord word) {
    return new TrackedWord(Objects.requireNonNull(track), word);
  }

  /** What the record becomes is settled elsewhere. */
  public static TrackedWord of(CertificateWord word) {
    return new TrackedWord(null, word);
  }

  public Optional<Track> track() {
    return Optional.ofNullable(track);
  }

  public CertificateWord word() {
    return word;
  }

  /** The key of everything that happens to a certificate: its ARN. */
  public String certificate() {
    return word.certificate().toString();
  }

  private void write(DataOutput out) throws IOException {
    out.writeBoolean(track != null);
    if (track != null) {
      track.write(out);
    }
    CertificateCodecs.WORD.write(word, out);
  }

  private static TrackedWord read(DataInput in) throws IOException {
    var track = in.readBoolean() ? Track.read(in) : null;
    return new TrackedWord(track, CertificateCodecs.WORD.read(in));
  }
}
