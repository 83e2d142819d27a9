// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.playbook;

import com.google.protobuf.InvalidProtocolBufferException;
import io.breakwater.response.targets.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.statefun.sdk.reqreply.generated.Address;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction.InvocationResponse;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction.PersistedValueSpec;

/** What a remote function has answered, as far as it counts here. */
final class Answer {
  /** More than anybody reads. */
  static final int MOST_SAYINGS = 32;

  private static final int NAME_CHARACTERS = 100;

  private final List<PersistedValueSpec> missing;
  private final InvocationResponse result;
  private final List<Says> says = new ArrayList<>();
  private final LeftOut leftOut = new LeftOut();

  private Answer(List<PersistedValueSpec> missing, InvocationResponse result) {
    this.missing = missing;
    this.result = result;
  }

  /**
   * @param caller to whom it may say something
   */
  static Answer read(byte[] bytes, Address caller) throws MalformedAnswerException {
    FromFunction answer;
    try {
      answer = FromFunction.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new MalformedAnswerException("its answer is none of the protocol");
    }
    switch (answer.getResponseCase()) {
      case INCOMPLETE_INVOCATION_CONTEXT:
        return new Answer(
            answer.getIncompleteInvocationContext().getMissingValuesList(),
            InvocationResponse.getDefaultInstance());
      case INVOCATION_RESULT:
        var read = new Answer(null, answer.getInvocationResult());
        read.sort(caller);
        return read;
      default:
        // Some SDKs write nothing at all where a function has no effects.
        if (bytes.length > 0) {
          throw new MalformedAnswerException("its answer is none of the protocol");
        }
        return new Answer(null, InvocationResponse.getDefaultInstance());
    }
  }

  private void sort(Address caller) throws MalformedAnswerException {
    for (var message : result.getOutgoingMessagesList()) {
      if (!message.getTarget().equals(caller)) {
        leftOut.add("message to " + nameOf(message.getTarget()));
      } else if (!message.getArgument().getTypename().equals(Says.TYPE)) {
        leftOut.add(
            "message of type " + name(message.getArgument().getTypename()) + " to the exposure");
      } else if (says.size() >= MOST_SAYINGS) {
        leftOut.add("more than " + MOST_SAYINGS + " messages to the exposure");
      } else {
        take(Says.read(message.getArgument().getValue()));
      }
    }
    for (var message : result.getOutgoingEgressesList()) {
      leftOut.add(
          "message to egress "
              + name(message.getEgressNamespace() + "/" + message.getEgressType()));
    }
  }

  private void take(Says one) {
    if (one.isOwnerTooLong()) {
      leftOut.add("owner of more than " + Says.OWNER_CHARACTERS + " characters");
    }
    if (!one.isEmpty()) {
      says.add(one);
    }
  }

  /** Without the id, which may be anything. */
  static String nameOf(Address address) {
    return name(address.getNamespace() + "/" + address.getType());
  }

  /** What a function calls something, for people. */
  static String name(String text) {
    return PlainText.line(text, NAME_CHARACTERS);
  }

  /** The values that it needs to be called; empty where it has done what it was called for. */
  Optional<List<PersistedValueSpec>> missing() {
    return Optional.ofNullable(missing);
  }

  InvocationResponse result() {
    return result;
  }

  List<Says> says() {
    return says;
  }

  LeftOut leftOut() {
    return leftOut;
  }
}
