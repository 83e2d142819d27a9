// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;

/** Addresses, as a plan has them. */
final class PlannedAddress {
  private PlannedAddress() {}

  /**
   * One with all that it has, which may be secret and is not told.
   *
   * @throws IllegalArgumentException for what is none
   */
  static URI whole(JsonNode plan, String field) {
    try {
      var address = URI.create(plan.path(field).asText());
      if (address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Said below, without what it cites.
    }
    throw new IllegalArgumentException(
        field + " must be an address such as https://example.com, with the name of a host");
  }

  /** One without a slash at its end. */
  static URI site(JsonNode plan, String field) {
    var address = whole(plan, field).toString();
    return URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
  }

  /** Empty where the plan leaves it to the AWS SDK. */
  static Optional<URI> endpoint(JsonNode plan, String field) {
    return plan.has(field) ? Optional.of(site(plan, field)) : Optional.empty();
  }
}
