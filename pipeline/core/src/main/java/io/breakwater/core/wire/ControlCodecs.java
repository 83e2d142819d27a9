// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.wire;

import io.breakwater.core.control.Acceptance;
import io.breakwater.core.control.Action;
import io.breakwater.core.control.ActionKind;
import io.breakwater.core.control.Comments;
import io.breakwater.core.control.Decisions;
import io.breakwater.core.control.Latest;
import io.breakwater.core.control.Signature;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Severity;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Actions and what was decided by them as bytes. */
public final class ControlCodecs {
  public static final Codec<Action> ACTION =
      Codecs.versioned(ControlCodecs::writeAction, ControlCodecs::readAction);
  public static final Codec<Decisions> DECISIONS =
      Codecs.versioned(
          ControlCodecs::writeDecisions,
          List.of(in -> readDecisions(in, false), in -> readDecisions(in, true)),
          decisions -> decisions.ticketRequested().isEmpty() ? 1 : 2);

  private static final ActionKind[] KINDS = ActionKind.values();
  private static final Severity[] SEVERITIES = Severity.values();

  private ControlCodecs() {}

  private static void writeAction(Action action, DataOutput out) throws IOException {
    writeSignature(action.signature(), out);
    Wire.writeEnum(action.kind(), out);
    Wire.writeText(action.exposure(), out);
    Wire.writeText(action.resource().toString(), out);
    writeIfPresent(action.seen(), Wire::writeEnum, out);
    Wire.writeCount(action.statusId().orElse(0), out);
    writeIfPresent(action.severity(), Wire::writeEnum, out);
    writeIfPresent(action.comment(), Wire::writeText, out);
    writeIfPresent(action.reason(), Wire::writeText, out);
    writeIfPresent(action.until(), Wire::writeTime, out);
  }

  private static Action readAction(DataInput in) throws IOException {
    var signature = readSignature(in);
    var kind = Wire.readEnum(KINDS, in);
    var exposure = Wire.readText(in);
    var action = Action.of(signature, kind, exposure, Arn.parse(Wire.readText(in)));
    if (in.readBoolean()) {
      action.seen(Wire.readEnum(SEVERITIES, in));
    }
    action.statusId(Wire.readCount(in));
    if (in.readBoolean()) {
      action.severity(Wire.readEnum(SEVERITIES, in));
    }
    if (in.readBoolean()) {
      action.comment(Wire.readText(in));
    }
    if (in.readBoolean()) {
      action.reason(Wire.readText(in));
    }
    if (in.readBoolean()) {
      action.until(Wire.readTime(in));
    }
    return action.build();
  }

  private static void writeDecisions(Decisions decisions, DataOutput out) throws IOException {
    writeLatest(decisions.status(), Wire::writeCount, out);
    writeLatest(decisions.severity(), Wire::writeEnum, out);
    Wire.writeEnum(decisions.covered(), out);
    writeLatest(decisions.acceptance(), ControlCodecs::writeAcceptance, out);
    Wire.writeCount(decisions.comments().kept().size(), out);
    for (var said : decisions.comments().kept()) {
      writeSignature(said.signature(), out);
      Wire.writeText(said.decision(), out);
    }
    out.writeBoolean(decisions.comments().leftOut());
    if (decisions.ticketRequested().isPresent()) {
      writeSignature(decisions.ticketRequested().get(), out);
    }
  }

  /**
   * @param withTicket whether somebody asked for one
   */
  private static Decisions readDecisions(DataInput in, boolean withTicket) throws IOException {
    var status = readLatest(Wire::readCount, in);
    var severity = readLatest(each -> Wire.readEnum(SEVERITIES, each), in);
    var covered = Wire.readEnum(SEVERITIES, in);
    var acceptance = readLatest(ControlCodecs::readAcceptance, in);
    List<Latest<String>> kept = new ArrayList<>();
    for (int i = Wire.readCount(in); i > 0; i--) {
      kept.add(new Latest<>(readSignature(in), Wire.readText(in)));
    }
    var comments = new Comments(kept, in.readBoolean());
    var ticket = withTicket ? readSignature(in) : null;
    return new Decisions(status, severity, covered, acceptance, ticket, comments);
  }

  private static void writeAcceptance(Acceptance acceptance, DataOutput out) throws IOException {
    Wire.writeText(acceptance.reason(), out);
    Wire.writeTime(acceptance.until(), out);
    Wire.writeEnum(acceptance.seen(), out);
  }

  private static Acceptance readAcceptance(DataInput in) throws IOException {
    return new Acceptance(Wire.readText(in), Wire.readTime(in), Wire.readEnum(SEVERITIES, in));
  }

  private static void writeSignature(Signature signature, DataOutput out) throws IOException {
    Wire.writeText(signature.by(), out);
    Wire.writeTime(signature.at(), out);
    Wire.writeText(signature.action(), out);
  }

  private static Signature readSignature(DataInput in) throws IOException {
    return new Signature(Wire.readText(in), Wire.readTime(in), Wire.readText(in));
  }

  private static <T> void writeLatest(
      Optional<Latest<T>> latest, Codecs.Writer<T> writer, DataOutput out) throws IOException {
    out.writeBoolean(latest.isPresent());
    if (latest.isPresent()) {
      writeSignature(latest.get().signature(), out);
      writer.write(latest.get().decision(), out);
    }
  }

  /** Null where there is none. */
  private static <T> Latest<T> readLatest(Codecs.Reader<T> reader, DataInput in)
      throws IOException {
    return in.readBoolean() ? new Latest<>(readSignature(in), reader.read(in)) : null;
  }

  private static <T> void writeIfPresent(Optional<T> value, Codecs.Writer<T> writer, DataOutput out)
      throws IOException {
    out.writeBoolean(value.isPresent());
    if (value.isPresent()) {
      writer.write(value.get(), out);
    }
  }
}
