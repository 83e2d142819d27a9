// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.core.time.TimeRange;
import io.breakwater.history.HistoryException;
import io.breakwater.history.Transfer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** Against a real server. */
final class S3HistoryTest {
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final AtomicInteger BUCKETS = new AtomicInteger();

  @TempDir private static Path serverDirectory;
  private static S3Server server;

  @TempDir private Path directory;
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private String bucket;

  @BeforeAll
  static void startServer() throws Exception {
    server = S3Server.start(serverDirectory);
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void makeBucket() {
    bucket = "events-" + BUCKETS.incrementAndGet();
    server.client().createBucket(request -> request.bucket(bucket));
  }

  @Test
  void what_firehose_wrote_in_the_hours_of_a_range_becomes_files() throws Exception {
    put("findings/2026/11/27/05/stream-1-a.gz", "five");
    put("findings/2026/11/27/06/stream-1-b.gz", "six");
    put("findings/2026/11/27/09/stream-1-c.gz", "nine");

    var files = history("findings").bring(hours(5, 7), directory, unlimited());

    assertThat(files)
        .containsExactly(
            directory.resolve("2026/11/27/05/stream-1-a.gz"),
            directory.resolve("2026/11/27/06/stream-1-b.gz"));
    assertThat(files.get(0)).hasContent("five");
    assertThat(files.get(1)).hasContent("six");
  }

  @Test
  void the_hours_beside_a_range_are_brought_as_far_as_names_may_be_off() throws Exception {
    put("2026/11/27/03/a", "too early");
    put("2026/11/27/04/b", "gathered since before the range");
    put("2026/11/27/07/c", "delivered after the range");
    put("2026/11/27/08/d", "too late");

    var files = history("").bring(hours(5, 7), directory, unlimited());

    assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly("b", "c");
  }

  @Test
  void folders_of_other_times_are_not_even_listed() throws Exception {
    put("2025/11/27/05/a", "another year");
    put("2026/10/27/05/b", "another month");
    put("2026/11/26/05/c", "another day");
    put("2026/11/27/12/d", "another hour");
    put("2026/11/27/05/e", "right");

    try (var client = listenedTo()) {
      history(client, "").bring(hours(5, 6), directory, unlimited());
    }

    assertThat(asked)
        .containsExactly(
            "list ",
            "list 2026/",
            "list 2026/11/",
            "list 2026/11/27/",
            "list 2026/11/27/05/",
            "get 2026/11/27/05/e");
  }

  @Test
  void folders_named_for_hive_are_narrowed_as_well() throws Exception {
    put("year=2026/month=11/day=26/hour=05/a", "another day");
    put("year=2026/month=11/day=27/hour=05/b", "right");
    put("year=2026/month=11/day=27/hour=23/c", "another hour");

    var files = history("").bring(hours(5, 6), directory, unlimited());

    assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly("b");
  }

  @Test
  void security_lake_is_narrowed_below_each_region_and_account() throws Exception {
    var source = "aws/SH_FINDINGS/2.0/region=eu-west-1/accountId=111122223333/";
    put(source + "eventDay=20261126/a.parquet", "the day before");
    put(source + "eventDay=20261127/b.parquet", "right");
    put(source.replace("eu-west", "us-east") + "eventDay=20261127/c.parquet", "right, elsewhere");
    put(source + "eventDay=20261128/d.parquet", "the day after");

    try (var client = listenedTo()) {
      history(client, "aws").bring(hours(5, 6), directory, unlimited());
    }

    assertThat(asked)
        .filteredOn(request -> request.startsWith("get"))
        .containsExactlyInAnyOrder(
            "get " + source + "eventDay=20261127/b.parquet",
            "get " + source.replace("eu-west", "us-east") + "eventDay=20261127/c.parquet");
    assertThat(asked).noneMatch(request -> request.endsWith("eventDay=20261126/"));
  }

  @Test
  void where_no_folder_says_a_time_all_is_brought() throws Exception {
    put("exports/team-a/x.json", "1");
    put("exports/team-b/deep/y.json", "2");
    put("exports/z.json", "3");

    var files = history("exports").bring(hours(5, 6), directory, unlimited());

    assertThat(files)
        .containsExactly(
            directory.resolve("team-a/x.json"),
            directory.resolve("team-b/deep/y.json"),
            directory.resolve("z.json"));
  }

  @Test
  void a_range_without_ends_is_all_there_is() throws Exception {
    put("2020/01/01/00/a", "1");
    put("2026/11/27/05/b", "2");

    var files = history("").bring(TimeRange.ALWAYS, directory, unlimited());

    assertThat(files).hasSize(2);
  }

  @Test
  void a_folder_whose_name_only_begins_like_the_prefix_is_another_place() throws Exception {
    put("findings/a", "1");
    put("findings-of-others/b", "2");

    var files = history("findings").bring(TimeRange.ALWAYS, directory, unlimited());

    assertThat(files).containsExactly(directory.resolve("a"));
  }

  @Test
  void one_object_can_be_the_place() throws Exception {
    put("findings/a.json", "1");
    put("findings/a.json.bak", "2");

    var files = history("findings/a.json").bring(hours(5, 6), directory, unlimited());

    assertThat(files).containsExactly(directory.resolve("a.json"));
  }

  @Test
  void listings_of_many_pages_are_read_to_their_end() throws Exception {
    for (int i = 0; i < 7; i++) {
      put("2026/11/27/05/" + i, "object");
      put("team-" + i + "/x", "object");
    }
    var history = new S3History(server.client(), location(""), QUARTER, 2);

    var files = history.bring(hours(5, 6), directory, unlimited());

    assertThat(files).hasSize(14).doesNotHaveDuplicates().allMatch(Files::exists);
  }

  @Test
  void what_is_in_glacier_is_said_and_the_rest_is_brought() throws Exception {
    put("a", "warm");
    for (var storage : List.of(StorageClass.GLACIER, StorageClass.DEEP_ARCHIVE)) {
      server
          .client()
          .putObject(
              request -> request.bucket(bucket).key("b-" + storage).storageClass(storage),
              RequestBody.fromString("cold"));
    }
    var history = history("");

    var files = history.bring(TimeRange.ALWAYS, directory, unlimited());

    assertThat(files).containsExactly(directory.resolve("a"));
    assertThat(history.archived())
        .containsExactly("s3://" + bucket + "/b-DEEP_ARCHIVE", "s3://" + bucket + "/b-GLACIER");
  }

  @Test
  void markers_of_folders_and_empty_objects_are_no_files() throws Exception {
    put("findings/", "");
    put("findings/2026/", "");
    put("findings/empty", "");
    put("findings/2026/11/27/05/a", "1");

    var files = history("findings").bring(hours(5, 6), directory, unlimited());

    assertThat(files).containsExactly(directory.resolve("2026/11/27/05/a"));
    assertThat(directory.resolve("empty")).doesNotExist();
  }

  @Test
  void what_is_there_already_is_not_brought_again() throws Exception {
    put("a", "first");
    put("b", "second");
    var before = history("").bring(TimeRange.ALWAYS, directory, unlimited());
    Files.delete(directory.resolve("b"));

    List<Path> again;
    try (var client = listenedTo()) {
      again = history(client, "").bring(TimeRange.ALWAYS, directory, unlimited());
    }

    assertThat(again).isEqualTo(before);
    assertThat(directory.resolve("b")).hasContent("second");
    assertThat(asked).filteredOn(request -> request.startsWith("get")).containsExactly("get b");
  }

  @Test
  void an_object_that_has_changed_its_size_is_brought_again() throws Exception {
    put("a", "first");
    history("").bring(TimeRange.ALWAYS, directory, unlimited());
    put("a", "first, and more");

    history("").bring(TimeRange.ALWAYS, directory, unlimited());

    assertThat(directory.resolve("a")).hasContent("first, and more");
  }

  @Test
  void it_goes_on_where_it_was_interrupted() throws Exception {
    for (int i = 0; i < 20; i++) {
      put("object-" + i, "content " + i);
    }
    var caller = Thread.currentThread();
    var once = new AtomicBoolean();
    var interrupting =
        Transfer.unlimited(
            (what, bytes, done) -> {
              if (bytes > 0 && once.compareAndSet(false, true)) {
                caller.interrupt();
              }
            });

    assertThatThrownBy(() -> history("").bring(TimeRange.ALWAYS, directory, interrupting))
        .isInstanceOf(InterruptedException.class);
    var files = history("").bring(TimeRange.ALWAYS, directory, unlimited());

    assertThat(files).hasSize(20);
    for (int i = 0; i < 20; i++) {
      assertThat(directory.resolve("object-" + i)).hasContent("content " + i);
    }
    try (var all = Files.list(directory)) {
      assertThat(all).containsExactlyInAnyOrderElementsOf(files);
    }
  }

  @Test
  void no_key_leads_out_of_the_directory_or_to_the_file_of_another() throws Exception {
    var keys = List.of("in/a/../b", "in/a/../../c", "in/a/./b", "in/b", "in/c", "in/c/d");
    for (var key : keys) {
      put(key, "content of " + key);
    }

    var files = history("in/a").bring(TimeRange.ALWAYS, directory.resolve("below"), unlimited());
    var all = history("in").bring(TimeRange.ALWAYS, directory.resolve("all"), unlimited());

    assertThat(files)
        .extracting(S3HistoryTest::content)
        .containsExactlyInAnyOrder(
            "content of in/a/../b", "content of in/a/../../c", "content of in/a/./b");
    assertThat(files).allMatch(file -> file.normalize().startsWith(directory.resolve("below")));
    assertThat(all)
        .extracting(S3HistoryTest::content)
        .containsExactlyInAnyOrderElementsOf(
            keys.stream().map(key -> "content of " + key).toList());
  }

  @Test
  void it_tells_how_far_it_is() throws Exception {
    put("a", "0123456789");
    put("b", "0123456789");
    Queue<String> steps = new ConcurrentLinkedQueue<>();
    var transfer =
        Transfer.unlimited((what, bytes, done) -> steps.add(what + " " + bytes + " " + text(done)));

    history("").bring(TimeRange.ALWAYS, directory, transfer);

    assertThat(steps.poll()).isEqualTo("listing s3://" + bucket + " 0 ?");
    assertThat(steps).hasSize(2);
    assertThat(steps.poll()).endsWith(" 10 0.5");
    assertThat(steps.poll()).endsWith(" 20 1.0");
  }

  @Test
  void a_bucket_that_is_not_there_is_said() {
    var history =
        new S3History(server.client(), S3Location.parse("s3://not-there/findings"), QUARTER);

    assertThatThrownBy(() -> history.bring(hours(5, 6), directory, unlimited()))
        .isInstanceOf(HistoryException.class)
        .hasMessageStartingWith("cannot list s3://not-there/findings/: ")
        .hasMessageEndingWith("is the name right, and are these credentials of its account?");
  }

  @Test
  void a_prefix_with_nothing_in_it_is_said() {
    put("findings/2026/11/27/05/a", "1");

    assertThatThrownBy(() -> history("finding").bring(hours(5, 6), directory, unlimited()))
        .isInstanceOf(HistoryException.class)
        .hasMessage("there is nothing in s3://" + bucket + "/finding; is the prefix right?");
  }

  @Test
  void a_range_with_nothing_in_it_brings_nothing() throws Exception {
    put("findings/2025/11/27/05/a", "1");

    assertThat(history("findings").bring(hours(5, 6), directory, unlimited())).isEmpty();
  }

  private static Transfer unlimited() {
    return Transfer.unlimited(Transfer.Listener.NONE);
  }

  private static TimeRange hours(int from, int to) {
    var day = Instant.parse("2026-11-27T00:00:00Z");
    return TimeRange.of(
        Optional.of(day.plus(Duration.ofHours(from))), Optional.of(day.plus(Duration.ofHours(to))));
  }

  private static String text(OptionalDouble done) {
    return done.isPresent() ? Double.toString(done.getAsDouble()) : "?";
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void put(String key, String content) {
    server.put(bucket, key, content);
  }

  private S3Location location(String prefix) {
    return new S3Location(bucket, prefix);
  }

  private S3History history(String prefix) {
    return history(server.client(), prefix);
  }

  private S3History history(S3Client client, String prefix) {
    return new S3History(client, location(prefix), QUARTER);
  }

  private S3Client listenedTo() {
    return S3Server.clientOf(
        server.endpoint(),
        new ExecutionInterceptor() {
          @Override
          public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes to) {
            if (context.request() instanceof ListObjectsV2Request list) {
              asked.add("list " + list.prefix());
            } else if (context.request() instanceof GetObjectRequest get) {
              asked.add("get " + get.key());
            }
          }
        });
  }
}
