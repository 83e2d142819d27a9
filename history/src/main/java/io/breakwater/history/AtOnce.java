// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Work that is done a few pieces at a time. */
public final class AtOnce {
  private AtOnce() {}

  /**
   * Returns when all of it is done. The first piece that fails, and an interruption of the caller,
   * interrupt the others, and none of them runs any more when this ends.
   *
   * @param most how many pieces at a time
   * @throws IOException what the first piece that failed has thrown
   */
  public static void run(int most, List<Callable<Void>> work)
      throws IOException, InterruptedException {
    var pool = Executors.newFixedThreadPool(most);
    try {
      var pieces = new ExecutorCompletionService<Void>(pool);
      work.forEach(pieces::submit);
      for (int done = 0; done < work.size(); done++) {
        pieces.take().get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      if (e.getCause() instanceof InterruptedException interruption) {
        throw interruption;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      end(pool);
    }
  }

  private static void end(ExecutorService pool) {
    pool.shutdownNow();
    boolean interrupted = false;
    while (!pool.isTerminated()) {
      try {
        pool.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
