// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.response.message.Comment;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.TicketRequest;
import org.junit.jupiter.api.Test;

/** What is read of what people decided about an exposure. */
final class NoticeReaderTest {
  @Test
  void who_asked_for_a_ticket_is_read() throws Exception {
    var notice =
        read(
            """
            "ticket_requested": {
              "action": "00000000-0000-4000-8000-000000000001",
              "by": "kim@example.com", "time": 1772352000000
            }""");

    assertThat(notice.getTicketRequested())
        .isEqualTo(
            TicketRequest.newBuilder()
                .setAction("00000000-0000-4000-8000-000000000001")
                .setBy("kim@example.com")
                .setAt(1_772_352_000_000L)
                .build());
  }

  @Test
  void what_people_said_is_read_in_its_order() throws Exception {
    var notice =
        read(
            """
            "comments": [
              {"action": "a-1", "by": "kim@example.com", "time": 1772352000000, "text": "Mine."},
              {"action": "a-2", "by": "jo@example.com", "time": 1772352060000, "text": "Thanks."}
            ]""");

    assertThat(notice.getCommentsList())
        .containsExactly(
            comment("a-1", "kim@example.com", 1_772_352_000_000L, "Mine."),
            comment("a-2", "jo@example.com", 1_772_352_060_000L, "Thanks."));
  }

  private static Comment comment(String id, String author, long at, String text) {
    return Comment.newBuilder().setId(id).setAuthor(author).setAt(at).setText(text).build();
  }

  @Test
  void nobody_asked_where_the_finding_says_nothing_of_it() throws Exception {
    assertThat(read("\"comments\": []").hasTicketRequested()).isFalse();
  }

  private static Notice read(String decided) throws MalformedRevisionException {
    var record =
        """
        {
          "activity_id": 2, "severity_id": 4, "status_id": 1, "time": 1772352001000,
          "metadata": {"uid": "revision-1"}, "finding_info": {"uid": "exposure-1"},
          "unmapped": {"episode": {"number": 1}, "replay": false, %s}
        }
        """
            .formatted(decided);
    return NoticeReader.read(record.getBytes(UTF_8), 0, "1");
  }
}
