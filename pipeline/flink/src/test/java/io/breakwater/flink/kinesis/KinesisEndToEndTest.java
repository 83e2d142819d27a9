// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import static io.breakwater.flink.kinesis.InspectorEvent.exploitable;
import static io.breakwater.flink.kinesis.InspectorEvent.reachable;
import static io.breakwater.flink.kinesis.InspectorEvent.vulnerability;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.finding.Activity;
import io.breakwater.demo.kinesis.KinesisLocal;
import io.breakwater.demo.kinesis.StreamReader;
import io.breakwater.flink.account.Tally;
import io.breakwater.flink.fixture.CertificateEvents;
import io.breakwater.flink.fixture.ChokePointEvents;
import io.breakwater.flink.types.Record;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.model.ScalingType;

/**
 * The whole path through a Kinesis server, once: events are put into a stream, the real job reads
 * them and writes exposures into another, while the stream is split, merged and split again, and a
 * task fails after what it wrote since the last checkpoint can be seen. So the job is restored to a
 * point before the re-sharding, and reads a part a second time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KinesisEndToEndTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int RESOURCES = 40;

  /** Of the hash keys, which end at 2^128: the middle of the first of two shards. */
  private static final String A_QUARTER = "85070591730234615865843651857942052864";

  private final List<JsonNode> revisions = new ArrayList<>();
  private final List<JsonNode> letters = new ArrayList<>();
  private final List<JsonNode> chokePoints = new ArrayList<>();
  private final List<JsonNode> certificates = new ArrayList<>();
  private PureCorrelation expected;
  private Map<String, Long> counts;
  private long put;

  @BeforeAll
  void given_a_job_whose_stream_is_resharded_and_whose_task_fails(@TempDir Path directory)
      throws Exception {
    try (var server = KinesisLocal.start(directory.resolve("kinesis"))) {
      server.createStream("findings", 2);
      server.createStream("exposures", 1);
      server.createStream("certificates", 1);
      server.createStream("dead-letters", 1);
      server.createStream("choke-points", 1);
      try (var job =
          LiveJob.start(
              server, "findings", "exposures", "certificates", "choke-points", "dead-letters")) {
        run(job, server, directory.resolve("savepoint"));
      }
    }
  }

  private void run(LiveJob job, KinesisLocal server, Path savepoint) throws Exception {
    var events = new PutEvents(server.client(), "findings");
    var exposures = new StreamReader(server.client(), "exposures");
    var deadLetters = new StreamReader(server.client(), "dead-letters");

    var first = events.put(firstFindings());
    job.await("the first findings to be read", () -> job.hasRead(0, first));
    job.checkpoint();

    splitFirstShard(server);
    var afterSplit = events.put(moreFindings());
    job.await("the findings after the split to be read", () -> job.hasRead(0, afterSplit));
    job.await("what follows from them to be written", () -> showsReachable(exposures));

    mergeMiddleShards(server);
    job.failOnce();
    var afterMerge = events.put(findingsOfNewResources());
    job.await("those since the checkpoint to be read again", () -> job.hasRead(1, afterSplit));
    job.await("those after the merge to be read", () -> job.hasRead(1, afterMerge));

    doubleShards(server);
    var last = events.put(lastFindings());
    job.await("the last findings to be read", () -> job.hasRead(1, last));

    var shared = events.putRecords(twoInstancesBehindOneGroup());
    job.await("what two instances share to be read", () -> job.hasRead(1, shared));

    var expired = events.putRecords(List.of(CertificateEvents.expired(1, Instant.now())));
    job.await("the word of a certificate to be read", () -> job.hasRead(1, expired));

    counts = job.drain(savepoint);
    readAll(exposures, revisions);
    readAll(deadLetters, letters);
    readAll(new StreamReader(server.client(), "choke-points"), chokePoints);
    readAll(new StreamReader(server.client(), "certificates"), certificates);
    expected = events.expected();
    put = (long) first.size() + afterSplit.size() + afterMerge.size() + last.size() + shared.size();
    put += expired.size();
  }

  @Test
  void the_last_revision_of_each_exposure_is_what_the_events_add_up_to() {
    assertThat(lastRevisions()).isEqualTo(expectedRevisions());
  }

  @Test
  void every_record_that_was_put_counts_as_read_exactly_once() {
    assertThat(counts).containsEntry(Tally.RECORDS + Tally.READ, put);
  }

  @Test
  void the_books_balance() {
    long settled =
        counts.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(Tally.RECORDS))
            .filter(entry -> !entry.getKey().equals(Tally.RECORDS + Tally.READ))
            .mapToLong(Map.Entry::getValue)
            .sum();

    assertThat(settled).isEqualTo(counts.get(Tally.RECORDS + Tally.READ));
  }

  @Test
  void a_revision_that_is_written_twice_can_be_told_by_its_uid() {
    var uids = revisions.stream().map(revision -> text(revision, "/metadata/uid")).collect(toSet());

    assertThat(uids).hasSizeLessThan(revisions.size());
    assertThat(uidsByContent().values()).allSatisfy(same -> assertThat(same).hasSize(1));
  }

  @Test
  void what_is_told_of_certificates_has_a_stream_of_its_own() {
    assertThat(certificates)
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(text(alert, "/activity_name")).isEqualTo("Create");
              assertThat(text(alert, "/unmapped/certificate/state")).isEqualTo("expired");
            });
  }

  @Test
  void what_is_no_event_is_a_dead_letter() {
    assertThat(letters)
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(letter -> assertThat(text(letter, "/reason")).isEqualTo("not-json"));
  }

  @Test
  void what_two_exposures_share_is_a_record_of_a_stream_of_its_own() {
    var last = chokePoints.get(chokePoints.size() - 1);

    assertThat(text(last, "/status")).isEqualTo("open");
    assertThat(text(last, "/resource/uid")).isEqualTo(ChokePointEvents.GROUP);
    assertThat(last.path("exposures").asInt()).isEqualTo(2);
  }

  private static List<Record> twoInstancesBehindOneGroup() {
    var now = Instant.now();
    return List.of(
        ChokePointEvents.behind(ChokePointEvents.ONE, now),
        ChokePointEvents.behind(ChokePointEvents.OTHER, now),
        ChokePointEvents.open("FAILED", now));
  }

  private static List<InspectorEvent> firstFindings() {
    var events = new ArrayList<InspectorEvent>();
    for (int i = 0; i < RESOURCES; i++) {
      events.add(vulnerability(i, "first-" + i));
    }
    return events;
  }

  /** Half of the exposures get worse, some close, of others the same is said again. */
  private static List<InspectorEvent> moreFindings() {
    var events = new ArrayList<InspectorEvent>();
    for (int i = 0; i < RESOURCES; i++) {
      if (i % 4 == 0) {
        events.add(reachable(i, "path-" + i));
      }
      if (i % 4 < 2) {
        events.add(exploitable(i, "second-" + i));
      } else {
        var again = vulnerability(i, "first-" + i);
        events.add(i % 8 == 7 ? again.closed() : again);
      }
    }
    return events;
  }

  private static List<InspectorEvent> findingsOfNewResources() {
    var events = new ArrayList<InspectorEvent>();
    for (int i = RESOURCES; i < 2 * RESOURCES; i++) {
      var finding = "first-" + i;
      events.add(i % 3 == 0 ? exploitable(i, finding) : vulnerability(i, finding));
    }
    return events;
  }

  /** One exposure opens again that was closed; a third closes or gets worse. */
  private static List<InspectorEvent> lastFindings() {
    var events = new ArrayList<InspectorEvent>();
    events.add(vulnerability(7, "first-7"));
    for (int i = 0; i < 2 * RESOURCES; i += 3) {
      events.add(
          i % 2 == 0 ? vulnerability(i, "first-" + i).closed() : exploitable(i, "third-" + i));
    }
    return events;
  }

  private static void splitFirstShard(KinesisLocal server) throws Exception {
    server
        .client()
        .splitShard(
            request ->
                request
                    .streamName("findings")
                    .shardToSplit("shardId-000000000000")
                    .newStartingHashKey(A_QUARTER));
    server.awaitActive("findings");
  }

  /** The second half of the shard that was split, and the one beside it. */
  private static void mergeMiddleShards(KinesisLocal server) throws Exception {
    server
        .client()
        .mergeShards(
            request ->
                request
                    .streamName("findings")
                    .shardToMerge("shardId-000000000003")
                    .adjacentShardToMerge("shardId-000000000001"));
    server.awaitActive("findings");
  }

  private static void doubleShards(KinesisLocal server) throws Exception {
    server
        .client()
        .updateShardCount(
            request ->
                request
                    .streamName("findings")
                    .targetShardCount(4)
                    .scalingType(ScalingType.UNIFORM_SCALING));
    server.awaitActive("findings");
  }

  private boolean showsReachable(StreamReader exposures) {
    read(exposures, revisions);
    return revisions.stream().anyMatch(it -> text(it, "/message").contains("Internet reachable"));
  }

  private static void readAll(StreamReader stream, List<JsonNode> into) {
    int before;
    do {
      before = into.size();
      read(stream, into);
    } while (into.size() > before);
  }

  private static void read(StreamReader stream, List<JsonNode> into) {
    for (var json : stream.poll()) {
      try {
        into.add(JSON.readTree(json));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What the last revision says; when it closes, what it says of the time before is not fixed. */
  private Map<String, String> lastRevisions() {
    var last = new TreeMap<String, String>();
    for (var revision : revisions) {
      boolean closed = text(revision, "/status").equals("Resolved");
      last.put(
          text(revision, "/finding_info/uid"),
          closed
              ? "closed, " + text(revision, "/unmapped/closed/reason")
              : text(revision, "/severity") + " " + text(revision, "/metadata/uid"));
    }
    return last;
  }

  private Map<String, String> expectedRevisions() {
    var last = new TreeMap<String, String>();
    expected.lastRevisions().forEach((uid, revision) -> last.put(uid, summaryOf(revision)));
    return last;
  }

  private static String summaryOf(Revision revision) {
    return revision.activity() == Activity.CLOSE
        ? "closed, " + revision.withdrawal().orElseThrow().code()
        : revision.announced().severity().label() + " " + revision.uid();
  }

  /** Content is what a reader would act on: no times, and not whether it creates or updates. */
  private Map<List<Object>, Set<String>> uidsByContent() {
    return revisions.stream()
        .collect(
            groupingBy(
                revision ->
                    List.of(
                        text(revision, "/finding_info/uid"),
                        text(revision, "/status"),
                        text(revision, "/message"),
                        revision.at("/finding_info/traits"),
                        findings(revision),
                        revision.at("/unmapped")),
                mapping(revision -> text(revision, "/metadata/uid"), toSet())));
  }

  /** The uids of the signals, and of the copies of each. */
  private static List<String> findings(JsonNode revision) {
    var findings = new ArrayList<String>();
    for (var event : revision.at("/finding_info/related_events")) {
      findings.add(text(event, "/uid"));
      event.at("/tags/0/values").forEach(copy -> findings.add(copy.asText()));
    }
    return findings;
  }

  private static String text(JsonNode node, String path) {
    return node.at(path).asText();
  }
}
