// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.function;

import io.breakwater.response.message.Report;
import java.util.List;
import org.apache.flink.statefun.sdk.Address;
import org.apache.flink.statefun.sdk.FunctionType;
import org.apache.flink.statefun.sdk.StatefulFunction;
import org.apache.flink.statefun.sdk.io.EgressIdentifier;

/** The functions of the job, and what leaves them. */
public final class Functions {
  private static final String NAMESPACE = "breakwater";

  /** By the uid of an exposure or of a certificate alert: who has to be told what. */
  public static final FunctionType EXPOSURE = new FunctionType(NAMESPACE, "exposure");

  /** By target, key and number: one ticket. */
  public static final FunctionType TICKET = new FunctionType(NAMESPACE, "ticket");

  /** By target and key: the exposures that share a ticket. */
  public static final FunctionType GROUP = new FunctionType(NAMESPACE, "group");

  /** By target and exposure: what the target is told of it. */
  public static final FunctionType THREAD = new FunctionType(NAMESPACE, "thread");

  /** By target and route: what waits for the time of its digest. */
  public static final FunctionType DIGEST = new FunctionType(NAMESPACE, "digest");

  /** By target: which of its tickets people have changed. */
  public static final FunctionType POLLER = new FunctionType(NAMESPACE, "poller");

  /** By route: how many of its exposures are answered to. */
  public static final FunctionType STORM_CAP = new FunctionType(NAMESPACE, "storm-cap");

  /** By target: how much it may be asked. */
  public static final FunctionType LIMITER = new FunctionType(NAMESPACE, "limiter");

  /** By playbook and uid of an exposure: what a remote function has to say of it. */
  public static final FunctionType PLAYBOOK = new FunctionType(NAMESPACE, "playbook");

  public static final List<FunctionType> ALL =
      List.of(EXPOSURE, TICKET, GROUP, THREAD, DIGEST, STORM_CAP, POLLER, LIMITER, PLAYBOOK);

  /** What is before the name of a playbook where a target could have that name as well. */
  public static final String OF_PLAYBOOK = "playbook:";

  /** What has become of things. */
  public static final EgressIdentifier<Report> REPORTS =
      new EgressIdentifier<>(NAMESPACE, "reports", Report.class);

  private Functions() {}

  static FunctionType named(String name) {
    return new FunctionType(NAMESPACE, name);
  }

  static Address ticket(String target, String key, int ordinal) {
    return ticketOf(target, ticketKey(key, ordinal));
  }

  /** By the key that has its number. */
  public static Address ticketOf(String target, String key) {
    return new Address(TICKET, target + "/" + key);
  }

  static Address group(String target, String key) {
    return new Address(GROUP, target + "/" + key);
  }

  static Address poller(String target) {
    return new Address(POLLER, target);
  }

  /** By which a ticket is found again in the system that keeps it. */
  static String ticketKey(String key, int ordinal) {
    return key + "-" + ordinal;
  }

  /** What a target is told of an exposure. */
  public static Address thread(String target, String uid) {
    return new Address(THREAD, target + "/" + uid);
  }

  static Address digest(String target, String route) {
    return new Address(DIGEST, target + "/" + route);
  }

  static Address stormCap(String route) {
    return new Address(STORM_CAP, route);
  }

  static Address limiter(String target) {
    return new Address(LIMITER, target);
  }

  /** What a playbook has to say of an exposure. */
  public static Address playbook(String name, String uid) {
    return new Address(PLAYBOOK, name + "/" + uid);
  }

  static Address exposure(String uid) {
    return new Address(EXPOSURE, uid);
  }

  /** One instance for all ids of its type, as stateful functions have it. */
  public static StatefulFunction of(FunctionType type, Workplace workplace) {
    if (type.equals(EXPOSURE)) {
      return new ExposureFunction(workplace);
    }
    if (type.equals(TICKET)) {
      return new TicketFunction(workplace);
    }
    if (type.equals(GROUP)) {
      return new GroupFunction(workplace.clock());
    }
    if (type.equals(THREAD)) {
      return new ThreadFunction(workplace);
    }
    if (type.equals(DIGEST)) {
      return new DigestFunction(workplace);
    }
    if (type.equals(STORM_CAP)) {
      return new StormCapFunction(workplace);
    }
    if (type.equals(POLLER)) {
      return new PollerFunction(workplace);
    }
    if (type.equals(LIMITER)) {
      return new LimiterFunction(workplace);
    }
    if (type.equals(PLAYBOOK)) {
      return new PlaybookFunction(workplace);
    }
    throw new IllegalArgumentException("no function " + type);
  }
}
