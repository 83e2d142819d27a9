// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.webhook;

import io.breakwater.fakes.Call;
import java.time.Instant;
import java.util.Optional;

/**
 * One call that was accepted.
 *
 * @param repeated whether one of the same idempotency key was accepted before
 */
public record Delivery(Instant at, Call call, Optional<String> idempotencyKey, boolean repeated) {}
