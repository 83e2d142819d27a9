// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What several exposures rest on, as far as a line of text tells it. */
record SharedPoint(
    String uid,
    boolean open,
    String resource,
    String trait,
    long exposures,
    long closes,
    long lowers) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads one record of the choke points stream. */
  static SharedPoint of(byte[] json) {
    try {
      var point = JSON.readTree(json);
      return new SharedPoint(
          point.path("uid").asText(),
          point.path("status").asText().equals("open"),
          point.at("/resource/name").asText(),
          point.path("trait").asText(),
          point.path("exposures").asLong(),
          point.path("closes").asLong(),
          point.path("lowers").asLong());
    } catch (IOException e) {
      throw new UncheckedIOException("the job wrote something that is no JSON", e);
    }
  }

  @Override
  public String toString() {
    return "%s of %s (%d exposures: %d would close, %d would be less severe)"
        .formatted(trait, resource, exposures, closes, lowers);
  }
}
