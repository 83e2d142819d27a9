// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AtOnceTest {
  @Test
  void all_of_the_work_is_done_when_it_returns() throws Exception {
    var done = new AtomicInteger();
    Callable<Void> piece =
        () -> {
          done.incrementAndGet();
          return null;
        };

    AtOnce.run(3, IntStream.range(0, 100).mapToObj(i -> piece).toList());

    assertThat(done).hasValue(100);
  }

  @Test
  void the_first_failure_is_thrown_and_interrupts_the_others() {
    var waiting = new CountDownLatch(1);
    var interrupted = new AtomicInteger();
    Callable<Void> fails =
        () -> {
          waiting.await();
          throw new HistoryException("refused");
        };
    Callable<Void> waits = () -> waitForInterruption(waiting, interrupted);

    assertThatThrownBy(() -> AtOnce.run(2, List.of(fails, waits)))
        .isInstanceOf(IOException.class)
        .hasMessage("refused");
    assertThat(interrupted).hasValue(1);
  }

  @Test
  void an_interruption_of_the_caller_ends_the_work_first() {
    var interrupted = new AtomicInteger();
    var waiting = new CountDownLatch(1);
    var caller = Thread.currentThread();
    Callable<Void> interrupts =
        () -> {
          waiting.await();
          caller.interrupt();
          return null;
        };
    Callable<Void> waits = () -> waitForInterruption(waiting, interrupted);

    assertThatThrownBy(() -> AtOnce.run(2, List.of(interrupts, waits)))
        .isInstanceOf(InterruptedException.class);
    assertThat(interrupted).hasValue(1);
  }

  private static Void waitForInterruption(CountDownLatch waiting, AtomicInteger interrupted)
      throws InterruptedException {
    waiting.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted.incrementAndGet();
      throw e;
    }
    return null;
  }
}
