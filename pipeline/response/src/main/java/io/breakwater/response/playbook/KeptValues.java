// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.playbook;

import io.breakwater.response.message.KeptValue;
import io.breakwater.response.message.KeptValue.Expiring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction.ExpirationSpec;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction.PersistedValueMutation;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction.PersistedValueSpec;
import org.apache.flink.statefun.sdk.reqreply.generated.ToFunction;
import org.apache.flink.statefun.sdk.reqreply.generated.TypedValue;

/** What is kept for a remote function between its calls, by the names that it gives. */
final class KeptValues {
  static final int MOST = 16;
  static final int MOST_BYTES = 64 * 1024;

  private static final int NAME_CHARACTERS = 256;

  private final Map<String, KeptValue> values = new LinkedHashMap<>();

  private KeptValues(List<KeptValue> kept) {
    kept.forEach(value -> values.put(value.getName(), value));
  }

  static KeptValues of(List<KeptValue> kept) {
    return new KeptValues(kept);
  }

  List<KeptValue> all() {
    return List.copyOf(values.values());
  }

  /** As they go along with a request; those that have expired, by name only. */
  List<ToFunction.PersistedValue> forRequest(long now) {
    var sent = new ArrayList<ToFunction.PersistedValue>();
    for (var kept : all()) {
      var value = ToFunction.PersistedValue.newBuilder().setStateName(kept.getName());
      if (kept.getHasValue() && !isExpired(kept, now)) {
        value.setStateValue(
            TypedValue.newBuilder()
                .setTypename(kept.getTypename())
                .setHasValue(true)
                .setValue(kept.getValue()));
        if (kept.getExpiring() == Expiring.AFTER_CALL) {
          values.put(kept.getName(), kept.toBuilder().setTouchedAt(now).build());
        }
      }
      sent.add(value.build());
    }
    return sent;
  }

  private static boolean isExpired(KeptValue kept, long now) {
    return kept.getExpiring() != Expiring.NEVER
        && now - kept.getTouchedAt() >= kept.getExpiresAfter();
  }

  /**
   * Keeps these from now on.
   *
   * @param all whether they are all that the function keeps: others give way to them
   * @return whether one of them was not kept before
   */
  boolean register(List<PersistedValueSpec> specs, boolean all) throws MalformedAnswerException {
    boolean news = false;
    for (var spec : specs) {
      checkName(spec.getStateName());
      var before = values.get(spec.getStateName());
      if (before == null || !before.getTypename().equals(spec.getTypeTypename())) {
        values.put(spec.getStateName(), blank(spec));
        news = true;
      }
    }
    if (all && values.size() > MOST) {
      var names = specs.stream().map(PersistedValueSpec::getStateName).collect(Collectors.toSet());
      values.keySet().retainAll(names);
    }
    if (values.size() > MOST) {
      throw new MalformedAnswerException("it keeps more than " + MOST + " values");
    }
    return news;
  }

  private static void checkName(String name) throws MalformedAnswerException {
    if (name.isEmpty() || name.length() > NAME_CHARACTERS) {
      throw new MalformedAnswerException(
          "the name of a value that it keeps has " + name.length() + " characters");
    }
  }

  private static KeptValue blank(PersistedValueSpec spec) {
    var blank =
        KeptValue.newBuilder().setName(spec.getStateName()).setTypename(spec.getTypeTypename());
    var expiration = spec.getExpirationSpec();
    if (expiration.getMode() == ExpirationSpec.ExpireMode.AFTER_WRITE) {
      blank.setExpiring(Expiring.AFTER_WRITE);
    } else if (expiration.getMode() == ExpirationSpec.ExpireMode.AFTER_INVOKE) {
      blank.setExpiring(Expiring.AFTER_CALL);
    }
    return blank.setExpiresAfter(expiration.getExpireAfterMillis()).build();
  }

  /** Changes them, in order. */
  void change(List<PersistedValueMutation> mutations, long now) throws MalformedAnswerException {
    for (var mutation : mutations) {
      var name = mutation.getStateName();
      var kept = values.get(name);
      if (kept == null) {
        throw new MalformedAnswerException(
            "it sets '" + Answer.name(name) + "', which it does not keep");
      }
      values.put(name, changed(kept, mutation, now));
    }
  }

  private static KeptValue changed(KeptValue kept, PersistedValueMutation mutation, long now)
      throws MalformedAnswerException {
    switch (mutation.getMutationType()) {
      case DELETE:
        return without(kept);
      case MODIFY:
        return with(kept, mutation.getStateValue(), now);
      default:
        throw new MalformedAnswerException("it changes a value in a way that is not known");
    }
  }

  private static KeptValue without(KeptValue kept) {
    return kept.toBuilder().clearHasValue().clearValue().clearTouchedAt().build();
  }

  private static KeptValue with(KeptValue kept, TypedValue value, long now)
      throws MalformedAnswerException {
    var name = Answer.name(kept.getName());
    if (!value.getHasValue()) {
      return without(kept);
    }
    if (!value.getTypename().equals(kept.getTypename())) {
      throw new MalformedAnswerException(
          "it sets '"
              + name
              + "' to a "
              + Answer.name(value.getTypename())
              + ", and keeps a "
              + Answer.name(kept.getTypename()));
    }
    if (value.getValue().size() > MOST_BYTES) {
      throw new MalformedAnswerException(
          "it sets '"
              + name
              + "' to "
              + value.getValue().size()
              + " bytes; at most "
              + MOST_BYTES
              + " are kept");
    }
    return kept.toBuilder().setHasValue(true).setValue(value.getValue()).setTouchedAt(now).build();
  }
}
