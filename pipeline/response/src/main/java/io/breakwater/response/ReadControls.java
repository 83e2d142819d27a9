// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.response.function.Functions;
import io.breakwater.response.message.Arrival;
import io.breakwater.response.message.DeadEnd;
import io.breakwater.response.message.Redrive;
import io.breakwater.response.targets.PlainText;
import java.io.IOException;
import java.util.Set;
import org.apache.flink.statefun.flink.core.message.RoutableMessage;
import org.apache.flink.statefun.flink.core.message.RoutableMessageBuilder;
import org.apache.flink.statefun.sdk.Address;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Reads what operators ask of the job while it runs. The form is {@code response-control} in {@code
 * schemas/records}.
 */
final class ReadControls extends ProcessFunction<Arrival, RoutableMessage> {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Set<String> tickets;
  private final Set<String> messages;
  private final Set<String> playbooks;

  /**
   * @param tickets the names of the targets that keep tickets
   * @param messages those of the targets that are only told
   * @param playbooks those of the playbooks
   */
  ReadControls(Set<String> tickets, Set<String> messages, Set<String> playbooks) {
    this.tickets = Set.copyOf(tickets);
    this.messages = Set.copyOf(messages);
    this.playbooks = Set.copyOf(playbooks);
  }

  @Override
  public void processElement(Arrival arrival, Context context, Collector<RoutableMessage> out) {
    try {
      out.collect(
          RoutableMessageBuilder.builder()
              .withTargetAddress(address(arrival.getRecord().toByteArray()))
              .withMessageBody(Redrive.getDefaultInstance())
              .build());
    } catch (IOException | IllegalArgumentException e) {
      context.output(
          ReadRevisions.UNREADABLE,
          DeadEnd.newBuilder()
              .setReason("unreadable-control")
              .setDetail(e instanceof IOException ? "not JSON" : e.getMessage())
              .setArrival(arrival)
              .build());
    }
  }

  /**
   * Whom it is for.
   *
   * @throws IOException where it is no JSON
   * @throws IllegalArgumentException where it is for nobody; the message says why
   */
  Address address(byte[] control) throws IOException {
    var redrive = JSON.readTree(control).path("redrive");
    var target = redrive.path("target").asText();
    if (tickets.contains(target)) {
      return Functions.ticketOf(target, field(redrive, "key", "a ticket of target " + target));
    }
    if (messages.contains(target)) {
      return Functions.thread(target, field(redrive, "uid", "a message to target " + target));
    }
    var playbook = target.startsWith(Functions.OF_PLAYBOOK) ? named(target) : "";
    if (playbooks.contains(playbook)) {
      return Functions.playbook(playbook, field(redrive, "uid", "a call of " + target));
    }
    throw new IllegalArgumentException(
        target.isEmpty()
            ? "'redrive' needs a 'target'"
            : "the plan has no target or playbook '" + PlainText.line(target, 100) + "'");
  }

  private static String named(String target) {
    return target.substring(Functions.OF_PLAYBOOK.length());
  }

  private static String field(JsonNode redrive, String name, String what) {
    var value = redrive.path(name).asText();
    if (value.isEmpty()) {
      throw new IllegalArgumentException(what + " is tried again by its '" + name + "'");
    }
    return value;
  }
}
