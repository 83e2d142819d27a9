// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.s3;

import io.breakwater.core.time.TimeRange;
import io.breakwater.history.HistoryException;
import io.breakwater.history.RemoteHistory;
import io.breakwater.history.Transfer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectStorageClass;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What Firehose, Security Lake or anybody else wrote to a bucket. Where the folders are named by
 * time, only those are listed that may hold events of the range; elsewhere all are.
 *
 * <p>Costs one ListObjectsV2 for each folder looked into and each 1000 objects, and one GetObject
 * for each object. Needs {@code s3:ListBucket}, {@code s3:GetObject}, and {@code kms:Decrypt} where
 * objects are encrypted with a key of KMS.
 */
public final class S3History implements RemoteHistory {
  /**
   * Firehose names an object by the arrival of its oldest record, gathers for up to 15 minutes, and
   * events take their time to arrive and to be delivered.
   *
   * @see <a href="https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html">the time in
   *     names</a>
   */
  public static final Duration USUAL_SLACK = Duration.ofHours(1);

  private static final int MOST_KEYS_OF_A_PAGE = 1000;

  private final S3Client client;
  private final S3Location location;
  private final Duration slack;
  private final int pageSize;
  private List<String> archived = List.of();

  /**
   * @param client of the region of the bucket; not closed
   * @param slack how far the time that a folder is named by may lie from the times of the events in
   *     it, either way; a day where folders are not named in UTC
   */
  public S3History(S3Client client, S3Location location, Duration slack) {
    this(client, location, slack, MOST_KEYS_OF_A_PAGE);
  }

  S3History(S3Client client, S3Location location, Duration slack, int pageSize) {
    this.client = client;
    this.location = location;
    this.slack = slack;
    this.pageSize = pageSize;
  }

  @Override
  public String name() {
    return location.toString();
  }

  /**
   * {@inheritDoc}
   *
   * <p>A file for each object, named as its key is below the prefix, in the order of their keys.
   * What has to be restored first is left out, and told by {@link #archived}.
   */
  @Override
  public List<Path> bring(TimeRange range, Path directory, Transfer transfer)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    var objects = new Listing(client, location, range, slack, pageSize, transfer).objects();
    objects.removeIf(object -> object.size() == 0);
    objects.sort(Comparator.comparing(S3Object::key));

    var items = items(objects.stream().filter(object -> !isArchived(object)).toList(), directory);
    long total = items.stream().mapToLong(Download.Item::size).sum();
    var refused = new HashSet<>(new Download(client, location, transfer, total).bring(items));

    archived =
        Stream.concat(
                objects.stream().filter(S3History::isArchived).map(S3Object::key),
                refused.stream().map(Download.Item::key))
            .sorted()
            .map(key -> "s3://" + location.bucket() + "/" + key)
            .toList();
    return items.stream().filter(item -> !refused.contains(item)).map(Download.Item::file).toList();
  }

  private List<Download.Item> items(List<S3Object> objects, Path directory)
      throws HistoryException {
    var names = new FileName(folder(objects), objects);
    var items = new ArrayList<Download.Item>();
    for (var object : objects) {
      var file = directory.resolve(names.of(object.key()));
      if (!file.normalize().startsWith(directory.normalize())) {
        throw new HistoryException(
            "the key " + object.key() + " of " + location + " would be written to " + file);
      }
      items.add(new Download.Item(object.key(), object.size(), file));
    }
    return items;
  }

  /** Of a place that is an object itself, the folder is the one that it is in. */
  private String folder(List<S3Object> objects) {
    boolean isObject = objects.size() == 1 && objects.get(0).key().equals(location.prefix());
    return isObject
        ? location.prefix().substring(0, location.prefix().lastIndexOf('/') + 1)
        : location.folder();
  }

  private static boolean isArchived(S3Object object) {
    boolean cold =
        object.storageClass() == ObjectStorageClass.GLACIER
            || object.storageClass() == ObjectStorageClass.DEEP_ARCHIVE;
    return cold
        && (object.restoreStatus() == null || object.restoreStatus().restoreExpiryDate() == null);
  }

  /**
   * The objects that the last call found and could not read, in Glacier, Deep Archive or an archive
   * tier of Intelligent-Tiering, as {@code s3://bucket/key}: they must be restored first.
   */
  public List<String> archived() {
    return archived;
  }
}
