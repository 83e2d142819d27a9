// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.relation.Relation;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Signal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The signals that one finding makes: one for each resource it names, the first mention of a
 * resource counting.
 */
final class SignalsOf {
  private final Signal.Builder common;
  private final Map<Arn, Signal> signals = new LinkedHashMap<>(2);

  /** All that the finding says of every one of its resources. */
  SignalsOf(Signal.Builder common) {
    this.common = common;
  }

  /** Adds what the finding says of this resource in particular. */
  void add(Optional<Resource> resource, UnaryOperator<Signal.Builder> particulars) {
    resource.ifPresent(
        found ->
            signals.merge(
                found.arn(),
                particulars.apply(common.copy().resource(found)).build(),
                SignalsOf::labelled));
  }

  /** Of an object and its bucket, or a key and its user, only the second has the tags. */
  private static Signal labelled(Signal first, Signal other) {
    if (first.tags().isPresent() || other.tags().isEmpty()) {
      return first;
    }
    return first.toBuilder()
        .tags(other.tags().get())
        .owner(Fields.firstOf(first.owner(), other.owner()))
        .build();
  }

  boolean isEmpty() {
    return signals.isEmpty();
  }

  /** With what the finding states, and what follows for the resources that are users. */
  Part part(List<Relation> stated) {
    if (signals.isEmpty()) {
      return Part.ignored(
          IgnoredReason.RESOURCE_WITHOUT_ARN, "none of the resources can be named by an ARN");
    }
    var relations = new LinkedHashSet<>(stated);
    signals.values().forEach(signal -> UserAccount.of(signal.resource()).ifPresent(relations::add));
    return Part.signals(List.copyOf(signals.values()), List.copyOf(relations));
  }
}
