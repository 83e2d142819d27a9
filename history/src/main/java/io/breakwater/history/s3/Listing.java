// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.s3;

import io.breakwater.core.time.TimeRange;
import io.breakwater.history.HistoryException;
import io.breakwater.history.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.OptionalObjectAttributes;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The objects below a folder that may hold events of a range: folders whose names are a time out of
 * it are not looked into.
 */
final class Listing {
  /** Where so many folders tell nothing by their names, one by one would cost more than all. */
  private static final int MANY_FOLDERS = 1000;

  private static final int DEEP = 12;

  private final S3Client client;
  private final S3Location location;
  private final int pageSize;
  private final Optional<Instant> from;
  private final Optional<Instant> to;
  private final Transfer transfer;
  private final List<S3Object> objects = new ArrayList<>();

  /**
   * @param slack how far the time of a folder may lie from those of the events in it
   * @param pageSize how many keys S3 tells at once, up to 1000
   */
  Listing(
      S3Client client,
      S3Location location,
      TimeRange range,
      Duration slack,
      int pageSize,
      Transfer transfer) {
    this.client = client;
    this.location = location;
    this.pageSize = pageSize;
    this.from = range.from().map(time -> time.minus(slack));
    this.to = range.to().map(time -> time.plus(slack));
    this.transfer = transfer;
  }

  /**
   * Not in order; folder markers and empty objects are among them.
   *
   * @throws HistoryException when S3 refuses, or there is nothing at all, whatever the range
   */
  List<S3Object> objects() throws HistoryException, InterruptedException {
    var folder = location.folder();
    descend(folder, 0);
    if (objects.isEmpty() && isEmpty(folder)) {
      pages(location.prefix(), false, 1, page -> objects.addAll(page.contents()));
      objects.removeIf(object -> !object.key().equals(location.prefix()));
      if (objects.isEmpty()) {
        throw new HistoryException("there is nothing in " + location + "; is the prefix right?");
      }
    }
    return objects;
  }

  private void descend(String folder, int depth) throws HistoryException, InterruptedException {
    var here = new ArrayList<S3Object>();
    Set<String> folders = new LinkedHashSet<>();
    pages(
        folder,
        true,
        Integer.MAX_VALUE,
        page -> {
          here.addAll(page.contents());
          page.commonPrefixes().forEach(common -> folders.add(common.prefix()));
        });
    if (depth == DEEP || (folders.size() > MANY_FOLDERS && tellNothing(folders))) {
      pages(folder, false, Integer.MAX_VALUE, page -> objects.addAll(page.contents()));
      return;
    }
    objects.addAll(here);
    for (var below : folders) {
      if (FolderTime.of(below).map(time -> time.overlaps(from, to)).orElse(true)) {
        descend(below, depth + 1);
      }
    }
  }

  private static boolean tellNothing(Set<String> folders) {
    return folders.stream()
        .noneMatch(folder -> folder.contains("=") || FolderTime.of(folder).isPresent());
  }

  private boolean isEmpty(String folder) throws HistoryException, InterruptedException {
    var found = new ArrayList<S3Object>();
    pages(folder, false, 1, page -> found.addAll(page.contents()));
    return found.isEmpty();
  }

  /**
   * @param foldersOnly what lies in folders is not told, but the folders are
   * @param most how many pages
   */
  private void pages(
      String prefix, boolean foldersOnly, int most, Consumer<ListObjectsV2Response> reader)
      throws HistoryException, InterruptedException {
    String next = null;
    for (int page = 0; page < most && (page == 0 || next != null); page++) {
      var token = next;
      try {
        var answer =
            client.listObjectsV2(
                request ->
                    request
                        .bucket(location.bucket())
                        .prefix(prefix)
                        .delimiter(foldersOnly ? "/" : null)
                        .maxKeys(pageSize)
                        .continuationToken(token)
                        .optionalObjectAttributes(OptionalObjectAttributes.RESTORE_STATUS));
        reader.accept(answer);
        next = answer.nextContinuationToken();
      } catch (AbortedException e) {
        throw new InterruptedException(e.getMessage());
      } catch (SdkException e) {
        throw Refusal.of(
            "cannot list s3://" + location.bucket() + "/" + prefix, "s3:ListBucket", e);
      }
      transfer.brought("listing " + location, 0, OptionalDouble.empty());
    }
  }
}
