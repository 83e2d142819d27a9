// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.job;

/**
 * What it took to take in documents, and what came out.
 *
 * @param cpuNanos of all threads that count
 * @param fingerprint equal for runs that left the same exposures open
 */
public record Cost(
    long documents,
    long cpuNanos,
    long clockNanos,
    long outputs,
    long outputBytes,
    long fingerprint) {

  public double perCpuSecond() {
    return documents * 1e9 / cpuNanos;
  }

  public double perSecond() {
    return documents * 1e9 / clockNanos;
  }

  /** One line, which {@link #parse} reads. */
  public String toLine() {
    return documents
        + " "
        + cpuNanos
        + " "
        + clockNanos
        + " "
        + outputs
        + " "
        + outputBytes
        + " "
        + fingerprint;
  }

  public static Cost parse(String line) {
    var numbers = line.split(" ", -1);
    return new Cost(
        Long.parseLong(numbers[0]),
        Long.parseLong(numbers[1]),
        Long.parseLong(numbers[2]),
        Long.parseLong(numbers[3]),
        Long.parseLong(numbers[4]),
        Long.parseLong(numbers[5]));
  }
}
