// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.load;

import io.breakwater.console.index.Index;
import io.breakwater.console.index.Kind;
import io.breakwater.console.index.Place;
import io.breakwater.console.index.Reader;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Records;
import io.breakwater.console.index.Retention;
import io.breakwater.console.index.Sequence;
import io.breakwater.console.index.StreamRecord;
import io.breakwater.console.index.query.Field;
import io.breakwater.console.index.query.Filter;
import io.breakwater.console.index.query.ResourceSelection;
import io.breakwater.console.index.query.Risk;
import io.breakwater.console.index.query.Selection;
import io.breakwater.console.index.query.Trend;
import io.breakwater.console.index.state.Measure;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How fast the index is: loads so many exposures, then asks what pages ask for, alone and while
 * revisions come in. Not a test; {@code docs/console-index.md} says how to run it.
 */
public final class IndexLoad {
  private static final int BATCH = 500;
  private static final int TIMES = 20;
  private static final int WARM_UP = 3;
  private static final int WITHIN_MS = 300;
  private static final int UPSERTS = 20_000;
  private static final int REVISIONS_PER_SECOND = 500;

  private static final List<Field> FACETS =
      List.of(
          Field.SEVERITY,
          Field.TRAIT_CATEGORY,
          Field.TRAIT,
          Field.ACCOUNT,
          Field.RESOURCE_TYPE,
          Field.REGION,
          Field.SOURCE,
          Field.OWNER,
          Field.TICKET,
          Field.STATUS,
          Field.TAG,
          Field.VULNERABILITY);

  /** What the page counts at once. */
  private static final List<Field> QUICK_FILTERS =
      List.of(
          Field.SEVERITY,
          Field.TRAIT_CATEGORY,
          Field.ACCOUNT,
          Field.RESOURCE_TYPE,
          Field.REGION,
          Field.STATUS,
          Field.SOURCE,
          Field.OWNER);

  private final Index index;
  private final PrintStream out;
  private final Random random = new Random(1);
  private final LoadRecords records = new LoadRecords(random);
  private final int exposures;
  private long sequence;

  private IndexLoad(Index index, PrintStream out, int exposures) {
    this.index = index;
    this.out = out;
    this.exposures = exposures;
  }

  /**
   * @param arguments how many exposures; then the file of SQLite, or the JDBC URL of an empty
   *     database of PostgreSQL with user and password in it; then {@code --reuse} where that has so
   *     many already, from an earlier run; or {@code --rebuild} to do nothing but make the store
   *     twice and {@linkplain Rebuild compare}, for PostgreSQL with the URL of a second database
   *     behind it, as in {@code --rebuild=URL}
   */
  public static void main(String[] arguments) throws Exception {
    int exposures = Integer.parseInt(arguments[0]);
    var store = LoadedStore.at(arguments[1]);
    var how = arguments.length > 2 ? arguments[2] : "";
    if (how.startsWith("--rebuild")) {
      var second = how.contains("=") ? how.substring(how.indexOf('=') + 1) : store + ".rebuilt";
      boolean same = new Rebuild(exposures, store, LoadedStore.at(second), System.out).run();
      System.exit(same ? 0 : 1);
    }
    try (var index = store.open()) {
      var load = new IndexLoad(index, System.out, exposures);
      if (how.equals("--reuse")) {
        load.goOn();
      } else {
        load.load();
      }
      store.megabytes().ifPresent(size -> System.out.printf("file: %d MB%n", size));
      load.ask("alone");
      load.revise();
      load.askWhileRevisionsCome();
      load.forget();
    }
  }

  private StreamRecord next(Records.Exposure exposure) {
    return StreamRecord.of(
        new Place(RecordStream.EXPOSURES, "shardId-000000000000", Sequence.of(++sequence)),
        exposure.text());
  }

  /** Behind the last record of the store. */
  private void goOn() {
    sequence =
        index.reached(RecordStream.EXPOSURES).values().stream()
            .mapToLong(reached -> Long.parseLong(reached.number()))
            .max()
            .orElseThrow();
  }

  private void load() {
    long nanos = 0;
    long cpu = 0;
    long bytes = 0;
    for (int from = 0; from < exposures; from += BATCH) {
      var batch = new ArrayList<StreamRecord>(BATCH);
      for (int i = from; i < Math.min(exposures, from + BATCH); i++) {
        batch.add(next(records.opened(i)));
      }
      bytes += batch.stream().mapToLong(record -> record.bytes().length).sum();
      long start = System.nanoTime();
      long startCpu = cpu();
      index.apply(batch);
      nanos += System.nanoTime() - start;
      cpu += cpu() - startCpu;
    }
    out.printf(
        Locale.ROOT,
        "load: %d exposures of %d bytes in %.1f s, %.0f/s; %.0f for a second of CPU%n",
        exposures,
        bytes / exposures,
        nanos / 1e9,
        exposures / (nanos / 1e9),
        exposures / (cpu / 1e9));
  }

  private void revise() {
    long nanos = 0;
    long cpu = 0;
    for (int done = 0; done < UPSERTS; done += BATCH) {
      var batch = revisions(BATCH);
      long start = System.nanoTime();
      long startCpu = cpu();
      index.apply(batch);
      nanos += System.nanoTime() - start;
      cpu += cpu() - startCpu;
    }
    out.printf(
        Locale.ROOT,
        "revise: %d revisions in %.1f s, %.0f/s; %.0f for a second of CPU%n",
        UPSERTS,
        nanos / 1e9,
        UPSERTS / (nanos / 1e9),
        UPSERTS / (cpu / 1e9));
  }

  /** Of this thread, which a busy machine does not change; a server of its own is not in it. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private List<StreamRecord> revisions(int count) {
    var batch = new ArrayList<StreamRecord>(count);
    for (int i = 0; i < count; i++) {
      batch.add(next(records.revised(random.nextInt(exposures))));
    }
    return batch;
  }

  private void askWhileRevisionsCome() throws InterruptedException {
    var stop = new AtomicBoolean();
    var written = new long[1];
    long start = System.nanoTime();
    var writer =
        new Thread(
            () -> {
              while (!stop.get()) {
                index.apply(revisions(REVISIONS_PER_SECOND / 10));
                written[0] += REVISIONS_PER_SECOND / 10;
                pause(start, written[0]);
              }
            });
    writer.start();
    ask("while " + REVISIONS_PER_SECOND + " revisions a second come");
    stop.set(true);
    writer.join();
    out.printf(
        Locale.ROOT,
        "written meanwhile: %.0f/s%n",
        written[0] / ((System.nanoTime() - start) / 1e9));
  }

  private static void pause(long start, long written) {
    long due = start + written * 1_000_000_000L / REVISIONS_PER_SECOND;
    long millis = (due - System.nanoTime()) / 1_000_000;
    if (millis > 0) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void ask(String how) {
    out.printf(
        "%n%-44s %10s %10s %10s  within %d ms%n", how, "p50 ms", "p95 ms", "CPU ms", WITHIN_MS);
    for (var question : questions().entrySet()) {
      for (int i = 0; i < WARM_UP; i++) {
        question.getValue().run();
      }
      var took = new long[TIMES];
      long startCpu = cpu();
      for (int i = 0; i < TIMES; i++) {
        long start = System.nanoTime();
        question.getValue().run();
        took[i] = System.nanoTime() - start;
      }
      long cpu = cpu() - startCpu;
      Arrays.sort(took);
      out.printf(
          Locale.ROOT,
          "%-44s %10.2f %10.2f %10.2f  %s%n",
          question.getKey(),
          took[TIMES / 2] / 1e6,
          took[TIMES * 95 / 100] / 1e6,
          cpu / 1e6 / TIMES,
          took[TIMES * 95 / 100] <= WITHIN_MS * 1_000_000L ? "PASS" : "FAIL");
    }
  }

  private Map<String, Runnable> questions() {
    var ask = index.reader();
    var now = Records.START.plus(Duration.ofDays(300));
    var account = Selection.of(Filter.is(Field.ACCOUNT, "111122220007"));
    var critical = Selection.of(Filter.is(Field.SEVERITY, "Critical"));
    var title = Selection.of(Filter.contains(Field.TITLE, "sort 7"));
    var questions = new LinkedHashMap<String, Runnable>();
    questions.put("first page", () -> ask.page(Selection.OPEN, Optional.empty(), 50));
    var cursor = ask.page(Selection.OPEN, Optional.empty(), 50).next();
    questions.put("second page", () -> ask.page(Selection.OPEN, cursor, 50));
    questions.put("first page of an account", () -> ask.page(account, Optional.empty(), 50));
    questions.put("first page of a part of a title", () -> ask.page(title, Optional.empty(), 50));
    questions.put("count of all", () -> ask.count(Selection.OPEN));
    for (var field : FACETS) {
      questions.put("facet " + field, () -> ask.facet(Selection.OPEN, field, 50));
    }
    questions.put(
        "facet ACCOUNT of what is critical", () -> ask.facet(critical, Field.ACCOUNT, 50));
    questions.put("facet SEVERITY of a part of a title", () -> ask.facet(title, Field.SEVERITY, 9));
    questions.put("facet REGION of an account", () -> ask.facet(account, Field.REGION, 50));
    questions.putAll(groups(ask));
    questions.put("eight risks", () -> ask.risks(Risk.Order.MOST_CRITICAL, 8));
    questions.put("eight risks by severity", () -> ask.risks(Risk.Order.MOST_SEVERE, 8));
    for (var span : Trend.Span.values()) {
      questions.put("trend " + span, () -> ask.trend(Kind.EXPOSURE, span, now));
    }
    questions.put("resources", () -> resources(ask, ""));
    questions.put("resources, searched", () -> resources(ask, "sg-00000017"));
    questions.put("resources, searched for a beginning", () -> resources(ask, "r-00"));
    questions.put("resources, searched for what most have", () -> resources(ask, "instance"));
    questions.put("resources, searched for what none has", () -> resources(ask, "potential"));
    questions.put(
        "one resource of many exposures", () -> ask.resource(Records.Exposure.arn("sg-00000017")));
    questions.put("changes", () -> ask.changes(exposures / 2, 100));
    questions.put("one exposure", () -> ask.exposure(Records.Exposure.uid(17)));
    questions.put("coverage", ask::coverage);
    questions.put("time to detect", () -> ask.took(Kind.EXPOSURE, Measure.DETECT, Instant.EPOCH));
    questions.put("search, rare", () -> search(ask, "CVE-2026-10007"));
    questions.put("search, a beginning", () -> search(ask, "r-0000"));
    questions.put("search, in all", () -> search(ask, "potential"));
    questions.put("search, two words", () -> search(ask, "111122220007 reachability"));
    for (var beginning : List.of("cve", "cve-2", "arn", "ec2", "sg-", "r", "1")) {
      questions.put("search, " + beginning, () -> search(ask, beginning));
    }
    var common = Selection.OPEN.searching("potential r");
    questions.put("facets of a search", () -> ask.facets(common, QUICK_FILTERS, 20));
    questions.put(
        "group TITLE, SEVERITY of that search",
        () -> ask.groups(common, Field.TITLE, Optional.of(Field.SEVERITY), 50));
    return questions;
  }

  private static Map<String, Runnable> groups(Reader ask) {
    var groups = new LinkedHashMap<String, Runnable>();
    groups.put("group TITLE", () -> ask.groups(Selection.OPEN, Field.TITLE, Optional.empty(), 50));
    for (var then :
        List.of(Field.ACCOUNT, Field.SEVERITY, Field.TRAIT_CATEGORY, Field.RESOURCE_UID)) {
      groups.put(
          "group TITLE, " + then,
          () -> ask.groups(Selection.OPEN, Field.TITLE, Optional.of(then), 50));
    }
    for (var by :
        List.of(Field.RESOURCE_TYPE, Field.REGION, Field.TRAIT, Field.RESOURCE_UID, Field.SOURCE)) {
      groups.put("group " + by, () -> ask.groups(Selection.OPEN, by, Optional.empty(), 50));
    }
    var account = Selection.of(Filter.is(Field.ACCOUNT, "111122220007"));
    groups.put(
        "group TITLE, RESOURCE_UID of an account",
        () -> ask.groups(account, Field.TITLE, Optional.of(Field.RESOURCE_UID), 50));
    var searched = Selection.OPEN.searching("sg-00000017");
    groups.put(
        "group TITLE, ACCOUNT of a search",
        () -> ask.groups(searched, Field.TITLE, Optional.of(Field.ACCOUNT), 50));
    groups.put(
        "group ACCOUNT, REGION",
        () -> ask.groups(Selection.OPEN, Field.ACCOUNT, Optional.of(Field.REGION), 50));
    return groups;
  }

  private static void search(Reader ask, String words) {
    ask.page(Selection.OPEN.searching(words), Optional.empty(), 50);
  }

  private static void resources(Reader ask, String words) {
    ask.resources(
        new ResourceSelection(words, Optional.empty(), Optional.empty()), Optional.empty(), 50);
  }

  private void forget() {
    var keepNothing =
        new Retention(
            Duration.ZERO, Duration.ofDays(90), Duration.ofDays(400), Duration.ofDays(90), 10_000);
    var closes = new ArrayList<StreamRecord>();
    for (int i = 0; i < Math.min(5_000, exposures); i++) {
      closes.add(next(Records.exposure(i).close()));
    }
    index.apply(closes);
    long start = System.nanoTime();
    long forgotten = 0;
    int some;
    do {
      some = index.retain(keepNothing, Records.START.plus(Duration.ofDays(365)));
      forgotten += some;
    } while (some > 0);
    out.printf(
        Locale.ROOT, "%nforget: %d in %.1f s%n", forgotten, (System.nanoTime() - start) / 1e9);
  }
}
