// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.response.function.Functions;
import java.io.IOException;
import java.util.Set;
import org.apache.flink.statefun.sdk.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReadControlsTest {
  private final ReadControls controls =
      new ReadControls(Set.of("jira"), Set.of("pager"), Set.of("owners"));

  @Test
  void a_ticket_is_asked_for_by_its_key() throws Exception {
    assertThat(address("{'target': 'jira', 'key': 'bw-1-1', 'uid': 'exposure-1'}"))
        .isEqualTo(Functions.ticketOf("jira", "bw-1-1"));
  }

  @Test
  void a_message_is_asked_for_by_the_exposure_that_it_is_about() throws Exception {
    assertThat(address("{'target': 'pager', 'uid': 'exposure-1'}"))
        .isEqualTo(Functions.thread("pager", "exposure-1"));
  }

  @Test
  void so_is_the_call_of_a_playbook() throws Exception {
    assertThat(address("{'target': 'playbook:owners', 'uid': 'exposure-1'}"))
        .isEqualTo(Functions.playbook("owners", "exposure-1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{} | 'redrive' needs a 'target'",
        "{'target': 'jra', 'key': 'bw-1-1'} | the plan has no target or playbook 'jra'",
        "{'target': 'owners', 'uid': 'x'} | the plan has no target or playbook 'owners'",
        "{'target': 'playbook:'} | the plan has no target or playbook 'playbook:'",
        "{'target': 'jira', 'uid': 'x'} | a ticket of target jira is tried again by its 'key'",
        "{'target': 'pager'} | a message to target pager is tried again by its 'uid'",
        "{'target': 'playbook:owners'} | a call of playbook:owners is tried again by its 'uid'"
      })
  void what_is_for_nobody_is_refused_with_the_reason(String redrive, String reason) {
    assertThatThrownBy(() -> address(redrive))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  @Test
  void what_is_no_json_is_refused() {
    assertThatThrownBy(() -> controls.address("{".getBytes(UTF_8))).isInstanceOf(IOException.class);
  }

  private Address address(String redrive) throws IOException {
    return controls.address(("{\"redrive\": " + redrive.replace('\'', '"') + "}").getBytes(UTF_8));
  }
}
