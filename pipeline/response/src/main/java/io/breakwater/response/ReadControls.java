// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.response.function.Functions;
import io.breakwater.response.message.Arrival;
import io.breakwater.response.message.DeadEnd;
import io.breakwater.response.message.Redrive;
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

  /**
   * @param tickets the names of the targets that keep tickets
   * @param messages those of the targets that are only told
   */
  ReadControls(Set<String> tickets, Set<String> messages) {
    this.tickets = Set.copyOf(tickets);
    this.messages = Set.copyOf(messages);
  }

  @Override
  public void processElement(Arrival arrival, Context context, Collector<RoutableMessage> out) {
    try {
      var redrive = JSON.readTree(arrival.getRecord().toByteArray()).path("redrive");
      out.collect(
          RoutableMessageBuilder.builder()
              .withTargetAddress(address(redrive))
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

  private Address address(JsonNode redrive) {
    var target = redrive.path("target").asText();
    if (tickets.contains(target) && redrive.path("key").isTextual()) {
      return Functions.ticketOf(target, redrive.path("key").asText());
    }
    if (messages.contains(target) && redrive.path("uid").isTextual()) {
      return Functions.thread(target, redrive.path("uid").asText());
    }
    throw new IllegalArgumentException(
        "redrive needs a target of the plan, and the key of a ticket or the uid of a thread");
  }
}
