// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.columns;

import io.breakwater.console.index.Severity;
import io.breakwater.console.index.Status;
import io.breakwater.console.index.record.Heading;
import java.util.Arrays;
import java.util.List;

/**
 * What all exposures are counted, filtered and ordered by, as numbers in arrays: a question about a
 * million of them is a scan of some milliseconds. About 150 bytes for an exposure.
 *
 * <p>An exposure stands at the number by which the store knows it. A text that many exposures have
 * has a number; of a text that hardly two have (the ARN of a resource, a tag) there is a hash of 64
 * bits, and the store tells the text. Not for several threads: who changes it has to be alone.
 */
public final class Columns {
  static final byte NOTHING = 0;
  static final byte OPEN = 1;
  static final byte CLOSED = 2;

  private static final int SMALLEST = 1_024;
  private static final long[] NO_TAGS = {};
  private static final int[] NO_CVES = {};

  int end;
  byte[] state = new byte[SMALLEST];
  byte[] severity = new byte[SMALLEST];
  byte[] status = new byte[SMALLEST];
  int[] heading = new int[SMALLEST];
  int[] traitSet = new int[SMALLEST];
  int[] sourceSet = new int[SMALLEST];
  int[] kindSet = new int[SMALLEST];
  int[] account = new int[SMALLEST];
  int[] region = new int[SMALLEST];
  int[] resourceType = new int[SMALLEST];
  int[] owner = new int[SMALLEST];
  int[] ticket = new int[SMALLEST];
  long[] resourceUid = new long[SMALLEST];
  long[] resourceName = new long[SMALLEST];
  long[] opened = new long[SMALLEST];
  long[] changed = new long[SMALLEST];
  long[][] tags = new long[SMALLEST][];
  int[][] cves = new int[SMALLEST][];

  final Words accounts = Words.searched();
  final Words regions = Words.searched();
  final Words resourceTypes = Words.plain();
  final Words owners = Words.plain();
  final Words tickets = Words.plain();
  final Words titles = Words.searched();
  final Words types = Words.plain();
  final Words rules = Words.searched();
  final Words traits = Words.searched();
  final Words categories = Words.searched();
  final Words sources = Words.plain();
  final Words vulnerabilities = Words.searched();
  final Words kinds = Words.searched();

  /** Of a heading the one title, type and rule that it has. */
  final Sets titleOf = new Sets();

  final Sets typeOf = new Sets();
  final Sets ruleOf = new Sets();
  final Sets traitsOf = new Sets();
  final Sets categoriesOf = new Sets();
  final Sets sourcesOf = new Sets();
  final Sets kindsOf = new Sets();

  public void putHeading(int number, Heading of) {
    titleOf.add(number, titles.number(of.title()));
    typeOf.add(number, types.number(of.type()));
    ruleOf.add(number, rules.number(of.rule()));
  }

  public void putTrait(int set, String uid, String category) {
    traitsOf.add(set, traits.number(uid));
    categoriesOf.add(set, categories.number(category));
  }

  public void putSource(int set, String name) {
    sourcesOf.add(set, sources.number(name));
  }

  /** A word that resources of that kind are found by. */
  public void putKind(int set, String word) {
    kindsOf.add(set, kinds.number(word));
  }

  /** In place of what stood at its number; without tags and vulnerabilities. */
  public void put(Row row) {
    int at = row.number();
    if (at >= state.length) {
      grow(at + 1);
    }
    end = Math.max(end, at + 1);
    state[at] = row.open() ? OPEN : CLOSED;
    severity[at] = (byte) Severity.of(row.severity()).id();
    status[at] = (byte) Status.of(row.status()).id();
    heading[at] = row.heading();
    traitSet[at] = row.traitSet();
    sourceSet[at] = row.sourceSet();
    kindSet[at] = row.kindSet();
    account[at] = accounts.number(row.account());
    region[at] = regions.number(row.region());
    resourceType[at] = resourceTypes.number(row.resourceType());
    owner[at] = owners.number(row.owner());
    ticket[at] = tickets.number(row.ticket());
    resourceUid[at] = hash(row.resourceUid());
    resourceName[at] = hash(row.resourceName());
    opened[at] = row.opened();
    changed[at] = row.changed();
    tags[at] = NO_TAGS;
    cves[at] = NO_CVES;
  }

  /**
   * Of an exposure that was put.
   *
   * @param all each as {@code name=value}
   */
  public void putTags(int number, List<String> all) {
    tags[number] = all.stream().mapToLong(Columns::hash).toArray();
  }

  /** Of an exposure that was put. */
  public void putVulnerabilities(int number, List<String> all) {
    cves[number] = all.stream().mapToInt(vulnerabilities::number).toArray();
  }

  public void remove(int number) {
    if (number < end) {
      state[number] = NOTHING;
      tags[number] = NO_TAGS;
      cves[number] = NO_CVES;
    }
  }

  private void grow(int least) {
    int size = Math.max(least, state.length + state.length / 2);
    state = Arrays.copyOf(state, size);
    severity = Arrays.copyOf(severity, size);
    status = Arrays.copyOf(status, size);
    heading = Arrays.copyOf(heading, size);
    traitSet = Arrays.copyOf(traitSet, size);
    sourceSet = Arrays.copyOf(sourceSet, size);
    kindSet = Arrays.copyOf(kindSet, size);
    account = Arrays.copyOf(account, size);
    region = Arrays.copyOf(region, size);
    resourceType = Arrays.copyOf(resourceType, size);
    owner = Arrays.copyOf(owner, size);
    ticket = Arrays.copyOf(ticket, size);
    resourceUid = Arrays.copyOf(resourceUid, size);
    resourceName = Arrays.copyOf(resourceName, size);
    opened = Arrays.copyOf(opened, size);
    changed = Arrays.copyOf(changed, size);
    tags = Arrays.copyOf(tags, size);
    cves = Arrays.copyOf(cves, size);
  }

  /** FNV-1a over the characters, and its bits mixed once more. */
  public static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return mixed(hash);
  }

  static long mixed(long bits) {
    long mixed = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
    return mixed ^ (mixed >>> 33);
  }
}
