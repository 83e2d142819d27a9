// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.s3;

import io.breakwater.history.AtOnce;
import io.breakwater.history.HistoryException;
import io.breakwater.history.Transfer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.InvalidObjectStateException;

/** Objects into files, a few at a time; each file is there as a whole or not at all. */
final class Download {
  private static final int AT_ONCE = 4;
  private static final int ATTEMPTS = 3;
  private static final int CHUNK = 1 << 18;

  private final S3Client client;
  private final S3Location location;
  private final Transfer transfer;
  private final long total;
  private long done;

  /**
   * @param total the bytes of all objects
   */
  Download(S3Client client, S3Location location, Transfer transfer, long total) {
    this.client = client;
    this.location = location;
    this.transfer = transfer;
    this.total = total;
  }

  /** One object and where it goes. */
  record Item(String key, long size, Path file) {}

  /**
   * Leaves out those whose file has the right size already.
   *
   * @return those that S3 does not give before they are restored
   * @throws HistoryException when S3 refuses one; the others are not brought then
   */
  List<Item> bring(List<Item> items) throws IOException, InterruptedException {
    var archived = new ConcurrentLinkedQueue<Item>();
    AtOnce.run(AT_ONCE, items.stream().map(item -> bringing(item, archived)).toList());
    return List.copyOf(archived);
  }

  private Callable<Void> bringing(Item item, Queue<Item> archived) {
    return () -> {
      try {
        bring(item);
      } catch (InvalidObjectStateException e) {
        archived.add(item);
      } catch (AbortedException e) {
        throw new InterruptedException(e.getMessage());
      } catch (SdkException e) {
        throw Refusal.of("cannot read " + name(item), "s3:GetObject", e);
      }
      return null;
    };
  }

  private String name(Item item) {
    return "s3://" + location.bucket() + "/" + item.key();
  }

  private void bring(Item item) throws IOException, InterruptedException {
    if (Files.isRegularFile(item.file()) && Files.size(item.file()) == item.size()) {
      brought(item, 0, item.size());
      return;
    }
    Files.createDirectories(item.file().getParent());
    var aside = item.file().resolveSibling(item.file().getFileName() + FileName.ASIDE);
    for (int attempt = 1; !written(item, aside, attempt == ATTEMPTS); attempt++) {}
    Files.move(
        aside, item.file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** A connection may break in the middle of an object; what the SDK repeats is only the asking. */
  private boolean written(Item item, Path aside, boolean last)
      throws IOException, InterruptedException {
    var content = client.getObject(get -> get.bucket(location.bucket()).key(item.key()));
    long before = 0;
    try (var out = Files.newOutputStream(aside)) {
      var chunk = new byte[CHUNK];
      for (int n = read(content, chunk); n >= 0; n = read(content, chunk)) {
        out.write(chunk, 0, n);
        before += n;
        brought(item, n, n);
        if (Thread.interrupted()) {
          throw new InterruptedException("while reading " + name(item));
        }
      }
      return true;
    } catch (BrokenOff e) {
      brought(item, 0, -before);
      if (last) {
        throw new HistoryException(
            "cannot read " + name(item) + ": " + e.getMessage() + "; run it again to go on", e);
      }
      return false;
    } finally {
      // To close it in the middle would read it to its end first.
      content.abort();
    }
  }

  private static int read(InputStream content, byte[] chunk) throws BrokenOff {
    try {
      return content.read(chunk);
    } catch (IOException e) {
      throw new BrokenOff(e);
    }
  }

  private synchronized void brought(Item item, long bytes, long moreDone)
      throws InterruptedException {
    done += moreDone;
    double part = total == 0 ? 1 : Math.min(1, (double) done / total);
    transfer.brought(name(item), bytes, OptionalDouble.of(part));
  }

  private static final class BrokenOff extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenOff(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
