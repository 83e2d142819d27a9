// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.connect;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.response.secret.EnvironmentSecret;
import io.breakwater.response.secret.Secret;

/** A credential, as a plan says where it is kept. */
final class PlannedSecret {
  private PlannedSecret() {}

  static Secret of(JsonNode where) {
    return new EnvironmentSecret(where.path("environment").asText());
  }
}
