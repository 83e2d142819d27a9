// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a test sees of an issue: how it stands now, whatever the search says.
 *
 * @param description in plain text; empty where there is none
 * @param statusCategory {@code new}, {@code indeterminate} or {@code done}
 * @param fields what else was set, in Jira's form
 * @param remoteLinks their URLs by global id
 * @param history what was changed after creation, the oldest first
 */
public record Issue(
    String id,
    String key,
    String project,
    String type,
    String summary,
    String description,
    String status,
    String statusCategory,
    Optional<String> resolution,
    String priority,
    List<String> labels,
    Map<String, JsonNode> fields,
    Map<String, JsonNode> properties,
    List<Comment> comments,
    List<Link> links,
    Map<String, String> remoteLinks,
    List<Change> history,
    String creator,
    Instant created,
    Instant updated) {
  /**
   * @param author an account's id
   */
  public record Comment(String id, String author, Instant at, String text) {}

  /**
   * @param outward whether this issue is the outward end
   * @param other the key of the issue at the other end
   */
  public record Link(String type, boolean outward, String other) {}

  /**
   * One field of one write.
   *
   * @param author an account's id
   * @param from empty where there was none, as {@code to}
   */
  public record Change(String author, Instant at, String field, String from, String to) {}
}
