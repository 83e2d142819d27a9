// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.playbook;

import io.breakwater.response.message.DelayedCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.apache.flink.statefun.sdk.reqreply.generated.Address;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction.DelayedInvocation;

/** What a remote function has sent to itself for later. */
final class Delays {
  static final int MOST = 16;
  static final int MOST_BYTES = KeptValues.MOST_BYTES;

  /** As long as anything is remembered of an exposure. */
  static final Duration LONGEST = Duration.ofDays(366);

  private final List<DelayedCall> calls;

  private Delays(List<DelayedCall> calls) {
    this.calls = new ArrayList<>(calls);
  }

  static Delays of(List<DelayedCall> calls) {
    return new Delays(calls);
  }

  List<DelayedCall> all() {
    return List.copyOf(calls);
  }

  /** When the next one is due; empty for none. */
  OptionalLong nextAt() {
    return calls.stream().mapToLong(DelayedCall::getDueAt).min();
  }

  /** Takes out those that are due, the earliest first. */
  List<DelayedCall> due(long now) {
    var due = new ArrayList<DelayedCall>();
    calls.stream()
        .filter(call -> call.getDueAt() <= now)
        .sorted(Comparator.comparingLong(DelayedCall::getDueAt))
        .forEach(due::add);
    calls.removeAll(due);
    return due;
  }

  /** Keeps what goes to itself, and takes back what it takes back, in order. */
  void add(List<DelayedInvocation> delayed, Address self, LeftOut leftOut, long now) {
    for (var invocation : delayed) {
      var token = invocation.getCancellationToken();
      if (invocation.getIsCancellationRequest()) {
        calls.removeIf(call -> !token.isEmpty() && call.getToken().equals(token));
      } else if (!invocation.getTarget().equals(self)) {
        leftOut.add("later message to " + Answer.nameOf(invocation.getTarget()));
      } else if (invocation.getDelayInMs() > LONGEST.toMillis()) {
        leftOut.add("later message to itself in more than " + LONGEST.toDays() + " days");
      } else if (invocation.getArgument().getValue().size() > MOST_BYTES
          || token.length() > MOST_BYTES) {
        leftOut.add("later message to itself of more than " + MOST_BYTES + " bytes");
      } else if (calls.size() >= MOST) {
        leftOut.add("later message to itself, as " + MOST + " wait");
      } else {
        calls.add(call(invocation, now));
      }
    }
  }

  private static DelayedCall call(DelayedInvocation invocation, long now) {
    return DelayedCall.newBuilder()
        .setDueAt(now + Math.max(0, invocation.getDelayInMs()))
        .setToken(invocation.getCancellationToken())
        .setTypename(invocation.getArgument().getTypename())
        .setHasValue(invocation.getArgument().getHasValue())
        .setValue(invocation.getArgument().getValue())
        .build();
  }
}
