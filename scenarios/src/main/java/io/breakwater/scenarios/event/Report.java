// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

/** What a provider says of a resource at some time. */
interface Report {
  /** What makes it the same finding as before: reports of a resource with equal keys are of one. */
  String key();

  /** The whole event, as the provider writes it. */
  byte[] event(Occasion occasion);
}
