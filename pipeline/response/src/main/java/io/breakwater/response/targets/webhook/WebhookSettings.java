// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.webhook;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Where a webhook is. */
public final class WebhookSettings {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Pattern VALUE = Pattern.compile("[!-~](?:[ -~]*[!-~])?");

  /** Written for each call, or by whatever sends it. */
  private static final Set<String> OWN =
      Set.of(
          "connection",
          "content-length",
          "content-type",
          "expect",
          "host",
          "idempotency-key",
          "transfer-encoding",
          "upgrade",
          "x-breakwater-signature");

  private final URI address;
  private final Map<String, String> headers;

  private WebhookSettings(URI address, Map<String, String> headers) {
    this.address = address;
    this.headers = Map.copyOf(headers);
  }

  /**
   * @param address with its path, which may be what the receiver knows a sender by: it is not told
   */
  public static Builder of(URI address) {
    return new Builder(address);
  }

  URI address() {
    return address;
  }

  /** That each call has beside those that sign and name it. */
  Map<String, String> headers() {
    return headers;
  }

  /** Starts without further headers. */
  public static final class Builder {
    private final URI address;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Builder(URI address) {
      this.address = Objects.requireNonNull(address);
    }

    public Builder header(String name, String value) {
      headers.put(name, value);
      return this;
    }

    /**
     * @throws IllegalArgumentException naming all that is at fault, but no path and no value
     */
    public WebhookSettings build() {
      var faults = faults();
      if (!faults.isEmpty()) {
        throw new IllegalArgumentException("webhook: " + String.join("; ", faults));
      }
      return new WebhookSettings(address, headers);
    }

    private List<String> faults() {
      var faults = new ArrayList<String>();
      if (address.getHost() == null
          || address.getScheme() == null
          || !address.getScheme().matches("https?")
          || address.getRawUserInfo() != null
          || address.getRawFragment() != null) {
        faults.add("the address is one such as https://hooks.example.com/path, without a user");
      }
      headers.forEach(
          (name, value) -> {
            if (!NAME.matcher(name).matches()) {
              faults.add("a header cannot be named " + name);
            } else if (OWN.contains(name.toLowerCase(Locale.ROOT))) {
              faults.add("the header " + name + " has a value already");
            }
            if (!VALUE.matcher(value).matches()) {
              faults.add("the value of the header " + name + " is not one line of visible ASCII");
            }
          });
      return faults;
    }
  }
}
