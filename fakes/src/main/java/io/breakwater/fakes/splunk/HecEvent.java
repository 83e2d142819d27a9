// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;

/**
 * What a test sees of an event.
 *
 * @param time when it happened, as its sender says; when it came, if the sender does not say
 * @param host empty where the sender does not say, as source and sourcetype
 * @param received when it came
 */
public record HecEvent(
    Instant time,
    String host,
    String source,
    String sourcetype,
    String index,
    Map<String, JsonNode> fields,
    JsonNode event,
    Instant received) {}
