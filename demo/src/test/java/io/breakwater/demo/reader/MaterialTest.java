// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MaterialTest {
  private static final String REVISION =
      """
      {"time":1,"severity":"High","status":"New","message":"Potential Data Exposure","impact":"High",
       "finding_info":{"modified_time":1,"analytic":{"uid":"s3-public"},
         "traits":[{"uid":"public-read","values":["Public"]}],
         "related_events":[{"uid":"S3.8/one","modified_time":1}],
         "attack_graph":{"edges":[{"uid":"edge-1","data":{"rests_on":{"uid":"S3.8/one"}}}]}},
       "unmapped":{"likelihood":"High","episode":{"number":1},"suppressed":[{"uid":"S3.9/two"}],
         "severity_explained":{"deciding_finding":"S3.8/one","likelihood_score":12,
           "factors":[{"id":"ease","value":"Very high","points":4}],
           "impacts":[{"id":"data","value":"Medium"}]},
         "status_decided":{"by":"kim"},"severity_decided":{"computed_severity_id":4},
         "ticket_requested":{"by":"lee"},
         "comments":[{"text":"Looked at."}],"suppression":{"reason":"A test."}}}
      """;

  @ParameterizedTest
  @CsvSource({
    "High, Low",
    "Potential Data Exposure, Potential Data Loss",
    "s3-public, s3-other",
    "public-read, public-write",
    "[\"Public\"], []",
    "S3.8/one, S3.8/three",
    "edge-1, edge-2",
    "S3.9/two, S3.9/three",
    "Very high, Moderate",
    "Medium, Low",
    "New, Suppressed",
    "kim, robin",
    "lee, robin",
    "computed_severity_id\":4, computed_severity_id\":5",
    "Looked at., Look at this.",
    "A test., Another.",
  })
  void what_is_worth_a_revision_shows(String said, String otherwise) {
    assertThat(Material.of(parse(REVISION.replace(said, otherwise))))
        .isNotEqualTo(Material.of(parse(REVISION)));
  }

  @Test
  void when_it_was_told_and_what_a_path_rests_on_does_not() {
    var later =
        REVISION
            .replace("\"time\":1", "\"time\":2")
            .replace("_time\":1", "_time\":2")
            .replace("\"number\":1", "\"number\":2")
            .replace("{\"rests_on\":{\"uid\":\"S3.8/one\"}}", "{}");

    assertThat(later).isNotEqualTo(REVISION);
    assertThat(Material.of(parse(later))).isEqualTo(Material.of(parse(REVISION)));
  }

  private static JsonNode parse(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }
}
