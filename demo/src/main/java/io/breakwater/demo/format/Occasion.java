// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

import java.time.Instant;

/**
 * The delivery of an event.
 *
 * @param eventId EventBridge's id, a UUID
 */
public record Occasion(String eventId, Instant time) {}
