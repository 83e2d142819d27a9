// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.playbook;

import io.breakwater.response.limit.Backoff;
import io.breakwater.response.plan.PlaybookPlan;
import java.time.Duration;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import org.apache.flink.statefun.sdk.reqreply.generated.Address;

/** On what a ledger relies: how a function is called. */
public final class PlaybookTerms {
  private final String name;
  private final Address type;
  private final int batch;
  private final Duration giveUpAfter;
  private final Backoff backoff;
  private final DoubleSupplier chance;

  private PlaybookTerms(
      String name,
      Address type,
      int batch,
      Duration giveUpAfter,
      Backoff backoff,
      DoubleSupplier chance) {
    this.name = Objects.requireNonNull(name);
    this.type = Objects.requireNonNull(type);
    this.batch = batch;
    this.giveUpAfter = Objects.requireNonNull(giveUpAfter);
    this.backoff = Objects.requireNonNull(backoff);
    this.chance = Objects.requireNonNull(chance);
  }

  /**
   * As the plan says.
   *
   * @param chance from 0 to 1, so that not all try again at once
   */
  public static PlaybookTerms of(PlaybookPlan plan, Backoff backoff, DoubleSupplier chance) {
    var type = Address.newBuilder().setNamespace(plan.namespace()).setType(plan.type()).build();
    return new PlaybookTerms(plan.name(), type, plan.batch(), plan.giveUpAfter(), backoff, chance);
  }

  /** Of one that the plan does not have any more: enough to say so. */
  public static PlaybookTerms former(String name) {
    var never = new Backoff(Duration.ZERO, Duration.ZERO);
    return new PlaybookTerms(name, Address.getDefaultInstance(), 1, Duration.ZERO, never, () -> 0);
  }

  String name() {
    return name;
  }

  Address address(String uid) {
    return type.toBuilder().setId(uid).build();
  }

  int batch() {
    return batch;
  }

  long giveUpAfter() {
    return giveUpAfter.toMillis();
  }

  long pause(int attempts) {
    return backoff.after(attempts, chance).toMillis();
  }
}
