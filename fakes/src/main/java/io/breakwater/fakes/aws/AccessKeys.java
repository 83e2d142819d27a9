// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which account a caller acts for, by the id of the access key it signs with. Thread-safe. */
public final class AccessKeys {
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

  private final Map<String, String> accounts = new HashMap<>();

  /** One key of one account. */
  public static AccessKeys of(String keyId, String account) {
    return new AccessKeys().and(keyId, account);
  }

  /**
   * One key more, such as that of a role that was assumed in another account.
   *
   * @throws IllegalArgumentException unless the account has twelve digits
   */
  public synchronized AccessKeys and(String keyId, String account) {
    if (!ACCOUNT.matcher(account).matches()) {
      throw new IllegalArgumentException("An account has twelve digits: " + account);
    }
    accounts.put(keyId, account);
    return this;
  }

  synchronized Optional<String> account(String keyId) {
    return Optional.ofNullable(accounts.get(keyId));
  }
}
