// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.replay;

import com.sun.management.OperatingSystemMXBean;
import io.breakwater.benchmark.corpus.Mix;
import io.breakwater.benchmark.corpus.Month;
import io.breakwater.benchmark.fork.Workplace;
import io.breakwater.cli.Progress;
import io.breakwater.cli.run.BoundedRun;
import io.breakwater.cli.run.Events;
import io.breakwater.cli.run.RuleFiles;
import io.breakwater.core.select.Selection;
import io.breakwater.core.time.TimeRange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Replays a generated month several times and tells what it took and whether it was the same. */
public final class MonthBenchmark {
  /** The last one repeats the first. */
  private static final List<Integer> PARALLELISM = List.of(1, 2, 4, 1);

  private static final RuleFiles SHIPPED =
      new RuleFiles(Optional.empty(), Optional.empty(), Optional.empty());

  /** Tells how long it took, which differs. */
  private static final String SUMMARY = "summary.json";

  private final Mix mix;
  private final Progress progress;
  private final Consumer<MonthReport.Replay> each;

  /**
   * @param each told of a replay as soon as it has ended
   */
  public MonthBenchmark(Mix mix, Progress progress, Consumer<MonthReport.Replay> each) {
    this.mix = mix;
    this.progress = progress;
    this.each = each;
  }

  /** Takes some ten gigabytes of disk for a million events. */
  public MonthReport run() throws Exception {
    try (var place = Workplace.make()) {
      var month = place.directory().resolve("month");
      progress.start();
      new Month(mix).write(month, written -> progress.show("writing the month", written));
      progress.end();
      var files = files(month);
      var replays = new ArrayList<MonthReport.Replay>();
      for (int parallelism : PARALLELISM) {
        var replay = replay(files, place.directory().resolve("replay"), parallelism);
        each.accept(replay);
        replays.add(replay);
      }
      return new MonthReport(mix, bytes(files), replays);
    }
  }

  private MonthReport.Replay replay(List<Path> files, Path output, int parallelism)
      throws Exception {
    var range = TimeRange.of(Optional.of(Month.BEGIN), Optional.of(Month.END));
    var events = new Events(files, Selection.builder().range(range).build(), true);
    var heap = new PeakHeap();
    long cpu = cpuNanos();
    long begin = System.nanoTime();
    var summary = new BoundedRun(events, output, parallelism, SHIPPED, progress).asOf(Month.END);
    var replay =
        new MonthReport.Replay(
            parallelism,
            summary.read(),
            (System.nanoTime() - begin) / 1e9,
            (cpuNanos() - cpu) / 1e9,
            heap.bytes(),
            summary.revisions(),
            summary.open(),
            digests(output));
    for (var file : files(output)) {
      Files.delete(file);
    }
    return replay;
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static long bytes(List<Path> files) throws IOException {
    long bytes = 0;
    for (var file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private static SortedMap<String, String> digests(Path output) throws IOException {
    var digests = new TreeMap<String, String>();
    for (var file : files(output)) {
      digests.put(file.getFileName().toString(), digest(file));
    }
    digests.remove(SUMMARY);
    return digests;
  }

  private static String digest(Path file) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The most that was in use of the heap since it was made. */
  private static final class PeakHeap {
    private final List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    PeakHeap() {
      System.gc();
      pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    long bytes() {
      return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }
  }
}
