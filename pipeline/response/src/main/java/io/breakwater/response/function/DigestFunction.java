// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.function;

import io.breakwater.response.message.DigestEntry;
import io.breakwater.response.message.DigestOrder;
import io.breakwater.response.message.DigestState;
import io.breakwater.response.message.MessageKind;
import io.breakwater.response.message.MessageOrder;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Severity;
import io.breakwater.response.message.WakeUp;
import io.breakwater.response.notice.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.statefun.sdk.Context;
import org.apache.flink.statefun.sdk.state.Expiration;

/** Keeps what a target is told by a route until the time of its digest. */
final class DigestFunction extends Remembering<DigestState> {
  private static final int MOST_ENTRIES = 500;
  private static final int MOST_TOLD = 100;

  /** What is over is last. */
  private static final Comparator<DigestEntry> WORST_FIRST =
      Comparator.comparing((DigestEntry entry) -> entry.getKind() == MessageKind.CLOSED)
          .thenComparing(entry -> -entry.getNotice().getSeverityValue());

  private final Workplace workplace;

  DigestFunction(Workplace workplace) {
    super(DigestState.getDefaultInstance(), Expiration.none());
    this.workplace = workplace;
  }

  @Override
  public void invoke(Context context, Object input) {
    var state = remembered().toBuilder();
    if (input instanceof DigestOrder) {
      add(context, state, (DigestOrder) input);
    } else if (input instanceof WakeUp && ((WakeUp) input).getAt() == state.getDueAt()) {
      if (state.getEntriesCount() > 0) {
        tell(context, state.build());
      }
      state.clearEntries().setLeftOut(0).setDueAt(0);
    }
    remember(state.build());
  }

  private void add(Context context, DigestState.Builder state, DigestOrder order) {
    state.setTarget(order.getTarget()).setRoute(order.getRoute());
    var uid = order.getEntry().getNotice().getUid();
    var entries = new ArrayList<>(state.getEntriesList());
    entries.removeIf(entry -> entry.getNotice().getUid().equals(uid));
    entries.add(order.getEntry());
    if (entries.size() > MOST_ENTRIES) {
      entries.remove(entries.indexOf(Collections.max(entries, WORST_FIRST)));
      state.setLeftOut(state.getLeftOut() + 1);
    }
    state.clearEntries().addAllEntries(entries);
    if (state.getDueAt() == 0) {
      state.setDueAt(order.getDueAt());
      long wait = Math.max(1, order.getDueAt() - workplace.clock().millis());
      context.sendAfter(
          Duration.ofMillis(wait),
          context.self(),
          WakeUp.newBuilder().setAt(order.getDueAt()).build());
    }
  }

  private static void tell(Context context, DigestState state) {
    var id = "digest-" + state.getRoute();
    context.send(
        Functions.thread(state.getTarget(), id),
        MessageOrder.newBuilder()
            .setKind(MessageKind.DIGEST)
            .setKey(id + "-" + state.getDueAt())
            .setRoute(state.getRoute())
            .setText(text(state))
            .setNotice(
                Notice.newBuilder()
                    .setUid(id)
                    .setTitle("Exposures: what has changed since the last digest")
                    .setSeverity(worst(state.getEntriesList())))
            .build());
  }

  private static Severity worst(List<DigestEntry> entries) {
    return entries.stream()
        .map(entry -> entry.getNotice().getSeverity())
        .max(Comparator.naturalOrder())
        .orElse(Severity.UNKNOWN_SEVERITY);
  }

  /** Each exposure as it is by now, the most severe first; what opened and is over is last. */
  private static String text(DigestState state) {
    var entries = new ArrayList<>(state.getEntriesList());
    entries.sort(WORST_FIRST);
    var lines = new ArrayList<String>();
    entries.stream().limit(MOST_TOLD).forEach(entry -> lines.add(line(entry)));
    int more = entries.size() - lines.size() + state.getLeftOut();
    if (more > 0) {
      lines.add("and " + more + " more");
    }
    return String.join("\n", lines);
  }

  private static String line(DigestEntry entry) {
    var notice = entry.getNotice();
    var closed = entry.getKind() == MessageKind.CLOSED;
    return (closed ? "over: " : Change.label(notice.getSeverity()) + ": ")
        + notice.getTitle()
        + " ("
        + notice.getSubject().getName()
        + ", "
        + notice.getSubject().getAccount()
        + ")";
  }
}
