// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.securityhub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The roles that are assumed in accounts to import their findings; in our own account none is. */
public final class MemberRoles {
  private static final Pattern NAME = Pattern.compile("[\\w+=,.@-][\\w+=,.@/-]{0,511}");
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

  private final Optional<String> everywhere;
  private final Map<String, Optional<String>> byAccount;

  private MemberRoles(Optional<String> everywhere, Map<String, Optional<String>> byAccount) {
    this.everywhere = everywhere;
    this.byAccount = Map.copyOf(byAccount);
  }

  /** No role in any account. */
  public static Builder builder() {
    return new Builder();
  }

  /** Its name, with its path where it has one; empty where we come as ourselves. */
  Optional<String> of(String account) {
    return byAccount.getOrDefault(account, everywhere);
  }

  /** Starts without roles. */
  public static final class Builder {
    private Optional<String> everywhere = Optional.empty();
    private final Map<String, Optional<String>> byAccount = new HashMap<>();

    private Builder() {}

    /**
     * A role that has the same name in all accounts.
     *
     * @param name with its path where it has one, without a slash before it
     */
    public Builder everywhere(String name) {
      everywhere = Optional.of(name);
      return this;
    }

    /** A role that has another name in one account. */
    public Builder in(String account, String name) {
      byAccount.put(account, Optional.of(name));
      return this;
    }

    /** An account where we come as ourselves. */
    public Builder noneIn(String account) {
      byAccount.put(account, Optional.empty());
      return this;
    }

    /**
     * @throws IllegalArgumentException naming all that is at fault
     */
    public MemberRoles build() {
      var faults = faults();
      if (!faults.isEmpty()) {
        throw new IllegalArgumentException("Security Hub: " + String.join("; ", faults));
      }
      return new MemberRoles(everywhere, byAccount);
    }

    private List<String> faults() {
      var faults = new ArrayList<String>();
      everywhere.ifPresent(name -> judge(name, faults));
      byAccount.forEach(
          (account, role) -> {
            if (!ACCOUNT.matcher(account).matches()) {
              faults.add("an account has twelve digits, not " + account);
            }
            role.ifPresent(name -> judge(name, faults));
          });
      return faults;
    }

    private static void judge(String name, List<String> faults) {
      if (!NAME.matcher(name).matches()) {
        faults.add("a role is named without account and slash before it, not " + name);
      }
    }
  }
}
