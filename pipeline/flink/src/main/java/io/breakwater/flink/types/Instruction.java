// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.types;

import io.breakwater.core.control.Action;
import io.breakwater.core.rules.RulesInForce;
import io.breakwater.core.wire.Codec;
import io.breakwater.core.wire.Codecs;
import io.breakwater.core.wire.ControlCodecs;
import io.breakwater.core.wire.RuleCodecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** What people tell a job that runs: rules for all of its keys, or an action on one of them. */
public final class Instruction {
  static final Codec<Instruction> CODEC = Codecs.versioned(Instruction::write, Instruction::read);

  private final RulesInForce rules;
  private final Action action;

  private Instruction(RulesInForce rules, Action action) {
    this.rules = rules;
    this.action = action;
  }

  public static Instruction of(RulesInForce rules) {
    return new Instruction(Objects.requireNonNull(rules), null);
  }

  public static Instruction of(Action action) {
    return new Instruction(null, Objects.requireNonNull(action));
  }

  /** Empty for an action. */
  public Optional<RulesInForce> rules() {
    return Optional.ofNullable(rules);
  }

  /** Empty for rules. */
  public Optional<Action> action() {
    return Optional.ofNullable(action);
  }

  /** The key that an action is about. */
  public String resource() {
    return action().orElseThrow().resource().toString();
  }

  private void write(DataOutput out) throws IOException {
    out.writeBoolean(action != null);
    if (action != null) {
      ControlCodecs.ACTION.write(action, out);
    } else {
      RuleCodecs.IN_FORCE.write(rules, out);
    }
  }

  private static Instruction read(DataInput in) throws IOException {
    return in.readBoolean() ? of(ControlCodecs.ACTION.read(in)) : of(RuleCodecs.IN_FORCE.read(in));
  }
}
