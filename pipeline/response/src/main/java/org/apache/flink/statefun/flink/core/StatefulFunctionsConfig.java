// SPDX-License-Identifier: Apache-2.0
package org.apache.flink.statefun.flink.core;

import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.statefun.flink.core.message.MessageFactoryKey;
import org.apache.flink.statefun.flink.core.message.MessageFactoryType;
import org.apache.flink.util.InstantiationUtil;

/**
 * Stands in for the class of this name in stateful functions 3.3.0, which was built for Flink 1.16
 * and calls a method of {@link InstantiationUtil} that Flink 1.20 does not have any more. It has
 * what the runtime asks of a job whose functions are part of it, with Protobuf messages, and no
 * more; of two classes with one name the first on the class path counts, which is this one.
 *
 * <p>{@code StillNeededTest} fails once the original works.
 */
public final class StatefulFunctionsConfig implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long feedbackBytes;
  private final int operationsAtOnce;
  private byte[] functions;

  /**
   * @param feedback how much of the feedback between functions a task holds in memory while a
   *     checkpoint is taken; what is more goes to disk
   * @param operationsAtOnce how many calls of a task may be under way before it reads no further
   */
  public StatefulFunctionsConfig(MemorySize feedback, int operationsAtOnce) {
    this.feedbackBytes = feedback.getBytes();
    this.operationsAtOnce = operationsAtOnce;
  }

  public MessageFactoryKey getFactoryKey() {
    return MessageFactoryKey.forType(MessageFactoryType.WITH_PROTOBUF_PAYLOADS, null);
  }

  public MemorySize getFeedbackBufferSize() {
    return new MemorySize(feedbackBytes);
  }

  public int getMaxAsyncOperationsPerTask() {
    return operationsAtOnce;
  }

  /** Nothing is set for all functions. */
  public Map<String, String> getGlobalConfigurations() {
    return Map.of();
  }

  /** Brought here by the job when it is put together, and from there to all tasks. */
  public void setProvider(StatefulFunctionsUniverseProvider provider) {
    try {
      functions = InstantiationUtil.serializeObject(provider);
    } catch (IOException e) {
      throw new IllegalArgumentException("the functions cannot travel to the tasks", e);
    }
  }

  /** The functions, anew with every call: with them a task begins. */
  public StatefulFunctionsUniverseProvider getProvider(ClassLoader classes) {
    Objects.requireNonNull(functions, "the job has no functions yet");
    try {
      return InstantiationUtil.deserializeObject(functions, classes);
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException("the functions did not arrive whole", e);
    }
  }
}
