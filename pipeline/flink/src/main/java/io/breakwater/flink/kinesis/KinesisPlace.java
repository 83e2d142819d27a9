// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where streams are, and how they are reached.
 *
 * <p>Credentials are no part of it: they come from the default chain, which on the service is the
 * role of the application. Only a server on this machine gets made-up ones, as it checks none.
 */
public final class KinesisPlace implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]+){3}|\\[::1]");
  private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]+");

  /**
   * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html">
   *     CreateStream</a>
   */
  private static final Pattern STREAM = Pattern.compile("[a-zA-Z0-9_.-]{1,128}");

  private final String region;
  private final URI endpoint;

  private KinesisPlace(String region, URI endpoint) {
    this.region = region;
    this.endpoint = endpoint;
  }

  /**
   * @param endpoint in place of the one that the region has; null for that one
   * @throws IllegalArgumentException naming every fault
   */
  public static KinesisPlace of(String region, String endpoint) {
    var faults = faults(region, endpoint);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
    return new KinesisPlace(region, endpoint == null ? null : URI.create(endpoint));
  }

  /** What is wrong, a sentence each, led by the name of the setting; empty for nothing. */
  public static List<String> faults(String region, String endpoint) {
    var faults = new ArrayList<String>();
    if (region == null) {
      faults.add("region is missing: a region such as us-east-1");
    } else if (!REGION.matcher(region).matches()) {
      faults.add("region must be a region such as us-east-1, was '" + region + "'");
    }
    if (endpoint != null && !isEndpoint(endpoint)) {
      faults.add(
          "endpoint must be an address such as https://kinesis.example.com, was '"
              + endpoint
              + "'");
    }
    return faults;
  }

  /**
   * What is wrong about the name of a stream; empty for nothing.
   *
   * @param setting that it is the value of
   * @param name null where it is not set
   */
  public static Optional<String> streamFault(String setting, String name) {
    if (name == null) {
      return Optional.of(setting + " is missing: the name of a stream");
    }
    return STREAM.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(
            setting
                + " must be a name of up to 128 letters, digits, '_', '.' and '-', was '"
                + name
                + "'");
  }

  private static boolean isEndpoint(String address) {
    try {
      endpoint(address);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The address of a server in place of one of AWS: http or https, without a path.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static URI endpoint(String address) {
    var uri = URI.create(address);
    boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (uri.getHost() == null || !isWeb || uri.getPath().length() > 1) {
      throw new IllegalArgumentException("not an address of a server: " + address);
    }
    return uri;
  }

  public String region() {
    return region;
  }

  /** In place of the one that the region has; empty for that one. */
  public Optional<URI> endpoint() {
    return Optional.ofNullable(endpoint);
  }

  /** Whether the endpoint is on this machine. */
  public boolean isLocal() {
    return endpoint != null && isLocal(endpoint);
  }

  /** Whether an address is on this machine: the only ones that get made-up credentials. */
  public static boolean isLocal(URI address) {
    return LOOPBACK.matcher(address.getHost()).matches();
  }
}
