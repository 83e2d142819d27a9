// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.function;

import io.breakwater.response.connect.Connections;
import io.breakwater.response.plan.Plan;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.apache.flink.statefun.flink.core.common.ManagingResources;
import org.apache.flink.statefun.flink.datastream.SerializableStatefulFunctionProvider;
import org.apache.flink.statefun.sdk.FunctionType;
import org.apache.flink.statefun.sdk.StatefulFunction;

/** Brings the functions into a task: the plan travels as text, and is read where it arrives. */
public final class TaskFunctions
    implements SerializableStatefulFunctionProvider, ManagingResources {
  private static final long serialVersionUID = 1L;

  private final String plan;
  private final Clock clock;
  private final boolean dryRun;
  private transient Instant started;
  private transient Connections connections;
  private transient Workplace workplace;

  /**
   * @param plan as text, checked already
   * @param clock has to be serialisable
   * @param dryRun whether everything is only said, whatever the plan says
   */
  public TaskFunctions(String plan, Clock clock, boolean dryRun) {
    this.plan = Objects.requireNonNull(plan);
    this.clock = Objects.requireNonNull(clock);
    this.dryRun = dryRun;
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    started = clock.instant();
  }

  @Override
  public StatefulFunction functionOfType(FunctionType type) {
    if (workplace == null) {
      var read = Plan.of("plan", plan);
      connections = new Connections(read, clock);
      workplace = new LiveWorkplace(read, connections, clock, started, dryRun || read.isDryRun());
    }
    return Functions.of(type, workplace);
  }

  @Override
  public void shutdown() {
    if (connections != null) {
      connections.close();
    }
  }
}
