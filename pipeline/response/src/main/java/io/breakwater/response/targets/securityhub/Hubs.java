// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.securityhub;

import software.amazon.awssdk.services.securityhub.SecurityHubAsyncClient;

/** The Security Hub of each account and Region: only the account itself may import its findings. */
@FunctionalInterface
public interface Hubs {
  /**
   * A client that sends each request once. It may be asked for, and may wait for credentials, by
   * any thread.
   *
   * @param partition such as {@code aws}
   */
  SecurityHubAsyncClient of(String partition, String account, String region);
}
