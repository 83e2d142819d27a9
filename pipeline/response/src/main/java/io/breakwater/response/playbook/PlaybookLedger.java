// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.playbook;

import io.breakwater.response.limit.Pace;
import io.breakwater.response.message.DelayedCall;
import io.breakwater.response.message.PlaybookCall;
import io.breakwater.response.message.PlaybookSays;
import io.breakwater.response.message.PlaybookState;
import io.breakwater.response.message.Report;
import io.breakwater.response.message.Report.What;
import io.breakwater.response.message.WaitingCall;
import io.breakwater.response.targets.Outcome;
import io.breakwater.response.targets.RemarkKey;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.flink.statefun.sdk.reqreply.generated.Address;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction.PersistedValueSpec;
import org.apache.flink.statefun.sdk.reqreply.generated.ToFunction;
import org.apache.flink.statefun.sdk.reqreply.generated.ToFunction.Invocation;
import org.apache.flink.statefun.sdk.reqreply.generated.ToFunction.InvocationBatchRequest;
import org.apache.flink.statefun.sdk.reqreply.generated.TypedValue;

/**
 * The calls of one remote function for one exposure, one request at a time.
 *
 * <pre>
 *   a revision ──► waiting ──► in a request ──answered──► what it says, keeps, sends itself
 *                    ▲ ▲            │   │
 *                    │ └─ no answer ┘   │ values are missing
 *                    └──────────────────┘
 * </pre>
 *
 * What comes while a request is under way waits for the next one. An answer counts as a whole or
 * not at all. A call that was not answered for as long as the plan says is given up; those after it
 * go on. The last revision that was given up is kept, and passed on again where somebody asks for
 * it, until a later one comes, which says more. After a failure a request goes without values: a
 * function that has become another one says then what it keeps.
 */
public final class PlaybookLedger {
  /** The type of a call with a revision; its value is the record as it came. */
  public static final String EXPOSURE_TYPE = "breakwater/exposure";

  private static final int MOST_WAITING = 100;
  private static final long MOST_WAITING_BYTES = 4L << 20;
  private static final int MOST_ASKED_FOR_VALUES = KeptValues.MOST;

  private final PlaybookState.Builder state;
  private final PlaybookTerms terms;
  private final String uid;
  private final List<PlaybookSays> says = new ArrayList<>();
  private final List<Report> reports = new ArrayList<>();

  private PlaybookLedger(PlaybookState.Builder state, PlaybookTerms terms, String uid) {
    this.state = state;
    this.terms = terms;
    this.uid = uid;
  }

  /**
   * @param uid of the exposure
   */
  public static PlaybookLedger of(PlaybookState state, PlaybookTerms terms, String uid) {
    return new PlaybookLedger(state.toBuilder(), terms, uid);
  }

  public PlaybookState state() {
    return state.build();
  }

  /** What it has said since this was asked last. */
  public List<PlaybookSays> says() {
    var all = List.copyOf(says);
    says.clear();
    return all;
  }

  /** What has happened since this was asked last, for those who watch. */
  public List<Report> reports() {
    var all = List.copyOf(reports);
    reports.clear();
    return all;
  }

  /** Takes in a revision that it has to hear of. */
  public void call(PlaybookCall call, long now) {
    state.setAbout(call.toBuilder().clearRecord()).clearGivenUp();
    enqueue(
        WaitingCall.newBuilder()
            .setTypename(EXPOSURE_TYPE)
            .setHasValue(true)
            .setValue(call.getRecord())
            .setRevision(call.getRevision())
            .setSince(now)
            .build());
  }

  private void enqueue(WaitingCall call) {
    var waiting = new ArrayList<>(state.getWaitingList());
    waiting.add(call);
    long bytes = waiting.stream().mapToLong(one -> one.getValue().size()).sum();
    // What comes later says more, and what is under way is as good as done.
    while (waiting.size() - state.getUnderWay() > 1
        && (waiting.size() > MOST_WAITING || bytes > MOST_WAITING_BYTES)) {
      bytes -= waiting.remove(state.getUnderWay()).getValue().size();
      state.setLeftOut(state.getLeftOut() + 1);
    }
    state.clearWaiting().addAllWaiting(waiting);
  }

  /** Takes in what the function has sent to itself for now or earlier. */
  public void passTo(long now) {
    var delays = Delays.of(state.getDelayedList());
    var due = delays.due(now);
    if (!due.isEmpty()) {
      state.clearDelayed().addAllDelayed(delays.all());
      due.forEach(this::enqueue);
    }
  }

  private void enqueue(DelayedCall call) {
    enqueue(
        WaitingCall.newBuilder()
            .setTypename(call.getTypename())
            .setHasValue(call.getHasValue())
            .setValue(call.getValue())
            .setOfItself(true)
            .setSince(call.getDueAt())
            .build());
  }

  /** Whether to send a request now. */
  public boolean isToCall(long now) {
    return state.getUnderWay() == 0 && state.getWaitingCount() > 0 && pace().notBefore() <= now;
  }

  /** When to look again; empty for when something comes. */
  public OptionalLong lookAt() {
    if (state.getUnderWay() > 0) {
      return OptionalLong.empty();
    }
    return state.getWaitingCount() > 0
        ? OptionalLong.of(pace().notBefore())
        : Delays.of(state.getDelayedList()).nextAt();
  }

  /** When it goes on. */
  public Pace pace() {
    return new Pace(state.getPaceBuilder());
  }

  /** The request to send now; its end has to follow. */
  public ToFunction begin(long now) {
    int calls = Math.min(terms.batch(), state.getWaitingCount());
    state.setUnderWay(calls);
    var request = InvocationBatchRequest.newBuilder().setTarget(self());
    if (!state.getWithoutValues()) {
      var values = KeptValues.of(state.getValuesList());
      request.addAllState(values.forRequest(now));
      state.clearValues().addAllValues(values.all());
    }
    for (var call : state.getWaitingList().subList(0, calls)) {
      request.addInvocations(
          Invocation.newBuilder()
              .setCaller(call.getOfItself() ? self() : caller())
              .setArgument(
                  TypedValue.newBuilder()
                      .setTypename(call.getTypename())
                      .setHasValue(call.getHasValue())
                      .setValue(call.getValue())));
    }
    return ToFunction.newBuilder().setInvocation(request).build();
  }

  private Address self() {
    return terms.address(uid);
  }

  /** As whom it is called, and to whom it may say something. */
  private Address caller() {
    return Address.newBuilder().setNamespace("breakwater").setType("exposure").setId(uid).build();
  }

  /** A request has ended. */
  public void answered(Outcome<byte[]> outcome, long now) {
    int calls = state.getUnderWay();
    state.setUnderWay(0);
    if (!outcome.isDone()) {
      failed(calls, outcome, now);
      return;
    }
    try {
      var answer = Answer.read(outcome.value(), caller());
      if (answer.missing().isPresent()) {
        register(answer.missing().get());
      } else {
        apply(answer, calls, now);
      }
    } catch (MalformedAnswerException e) {
      failed(calls, Outcome.refused(e.getMessage()), now);
    }
  }

  /**
   * Nobody knows how it ended, as the process that waited is gone: what it did not say is asked.
   */
  public void unanswered() {
    state.setUnderWay(0);
  }

  private void register(List<PersistedValueSpec> missing) throws MalformedAnswerException {
    boolean all = state.getWithoutValues();
    var values = KeptValues.of(state.getValuesList());
    boolean news = values.register(missing, all);
    if ((!news && !all) || state.getAskedForValues() >= MOST_ASKED_FOR_VALUES) {
      throw new MalformedAnswerException("it asks again for values that it was sent");
    }
    state
        .clearValues()
        .addAllValues(values.all())
        .setWithoutValues(false)
        .setAskedForValues(state.getAskedForValues() + 1);
  }

  private void apply(Answer answer, int calls, long now) throws MalformedAnswerException {
    var result = answer.result();
    var values = KeptValues.of(state.getValuesList());
    values.change(result.getStateMutationsList(), now);
    var delays = Delays.of(state.getDelayedList());
    delays.add(result.getDelayedInvocationsList(), self(), answer.leftOut(), now);
    answer.says().forEach(one -> say(one, calls));
    state
        .clearValues()
        .addAllValues(values.all())
        .clearDelayed()
        .addAllDelayed(delays.all())
        .setWithoutValues(false);
    drop(calls);
    atRest();
    report(What.PLAYBOOK_ANSWERED, answer.leftOut().words(), now);
  }

  private void say(Says one, int calls) {
    says.add(
        PlaybookSays.newBuilder()
            .setPlaybook(terms.name())
            .setComment(one.comment())
            .setOwner(one.owner())
            .setAboutRevision(lastRevision(calls))
            .setKey(RemarkKey.of(terms.name(), one.comment()))
            .build());
  }

  private String lastRevision(int calls) {
    for (int i = calls - 1; i >= 0; i--) {
      var revision = state.getWaiting(i).getRevision();
      if (!revision.isEmpty()) {
        return revision;
      }
    }
    return state.getAbout().getRevision();
  }

  private void drop(int calls) {
    var left = List.copyOf(state.getWaitingList().subList(calls, state.getWaitingCount()));
    state.clearWaiting().addAllWaiting(left);
  }

  /** What fails next has not failed before. */
  private void atRest() {
    pace().atRest();
    state.setAskedForValues(0);
  }

  private void failed(int calls, Outcome<?> outcome, long now) {
    state.setWithoutValues(true).setAskedForValues(0);
    int old = 0;
    while (old < calls && now - state.getWaiting(old).getSince() >= terms.giveUpAfter()) {
      old++;
    }
    if (old > 0) {
      giveUp(old, outcome.reason(), now);
    }
    if (state.getWaitingCount() == 0) {
      atRest();
    } else {
      pace().failed(outcome, terms::pause, now);
    }
  }

  /** The plan does not have it any more: nothing of it is tried again. */
  public void abandon(long now) {
    passTo(Long.MAX_VALUE);
    int calls = state.getWaitingCount();
    if (calls > 0) {
      giveUp(calls, "the plan does not have it any more", now);
    }
    state.setUnderWay(0).clearDelayed().clearValues();
    atRest();
  }

  /** The revision that was given up last is passed on again, as somebody asks for it. */
  public void redrive(long now) {
    if (state.hasGivenUp()) {
      enqueue(state.getGivenUp().toBuilder().setSince(now).build());
      state.clearGivenUp();
    }
  }

  private void giveUp(int calls, String reason, long now) {
    state.getWaitingList().subList(0, calls).stream()
        .filter(call -> !call.getOfItself())
        .filter(call -> call.getRevision().equals(state.getAbout().getRevision()))
        .forEach(state::setGivenUp);
    drop(calls);
    var count = calls == 1 ? "a call was" : calls + " calls were";
    report(What.GIVEN_UP, count + " given up: " + reason, now);
  }

  private void report(What what, String detail, long now) {
    var about = state.getAbout();
    var words = detail;
    if (state.getLeftOut() > 0) {
      words =
          (words.isEmpty() ? "" : words + "; ")
              + state.getLeftOut()
              + " calls were left out, as too much waited";
      state.setLeftOut(0);
    }
    reports.add(
        Report.newBuilder()
            .setWhat(what)
            .setUid(uid)
            .setKind(about.getKind())
            .setRevision(about.getRevision())
            .setSeverity(about.getSeverity())
            .setTarget("playbook:" + terms.name())
            .setDetail(words)
            .setAt(now)
            .setTook(Math.max(0, now - about.getArrivedAt()))
            .build());
  }
}
