// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import java.time.Instant;

/**
 * What was heard from a source about an account and region, by what exposures and alerts rest on.
 *
 * @param region empty for what is global
 * @param source a product, or {@value #CERTIFICATES}
 */
public record Heard(String account, String region, String source, Instant first, Instant last) {
  /** The source of certificate alerts, which name no product. */
  public static final String CERTIFICATES = "certificate events";
}
