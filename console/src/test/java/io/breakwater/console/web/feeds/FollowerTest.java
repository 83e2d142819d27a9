// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.feeds;

import static io.breakwater.console.index.RecordStream.EXPOSURES;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.console.index.RecordStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class FollowerTest {
  private static final Duration HARDLY_ANY = Duration.ofMillis(1);

  private final Progress progress = new Progress(Clock.systemUTC());
  private final ScriptedSource source = new ScriptedSource();
  private Follower follower;

  /**
   * Each time that it is asked for all it does what comes next in the script, once that is there.
   */
  private static final class ScriptedSource implements Source {
    private final BlockingQueue<Runnable> script = new LinkedBlockingQueue<>();
    private final Semaphore asked = new Semaphore(0);

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public Set<RecordStream> streams() {
      return Set.of(EXPOSURES);
    }

    @Override
    public void takeAll() {
      asked.release();
      try {
        script.take().run();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    void takes() {
      script.add(() -> {});
    }

    void fails(String why) {
      script.add(
          () -> {
            throw new IllegalStateException(why);
          });
    }

    /** When it is asked once more, what it did before has been dealt with. */
    void awaitAsked(int times) throws InterruptedException {
      asked.acquire(times);
    }
  }

  @BeforeEach
  void given_a_follower() {
    follower = Follower.start(source, progress, Clock.systemUTC(), HARDLY_ANY);
  }

  @AfterEach
  void close() {
    follower.stop();
    source.takes();
    follower.close();
  }

  @Test
  void asks_again_and_again() throws InterruptedException {
    source.takes();
    source.takes();
    source.takes();

    source.awaitAsked(4);

    assertThat(progress.of(EXPOSURES).lag()).isPresent();
  }

  @Test
  void is_behind_until_all_was_taken_once() throws InterruptedException {
    source.awaitAsked(1);
    assertThat(progress.isReady()).isFalse();

    source.takes();
    source.awaitAsked(1);

    assertThat(progress.isReady()).isTrue();
  }

  @Test
  void tries_again_what_fails_and_says_why_meanwhile() throws InterruptedException {
    source.fails("no such stream");
    source.fails("no such stream");
    source.awaitAsked(3);
    assertThat(progress.of(EXPOSURES).problem()).hasValue("no such stream");
    assertThat(progress.isReady()).isFalse();

    source.takes();
    source.awaitAsked(1);

    assertThat(progress.of(EXPOSURES).problem()).isEmpty();
    assertThat(progress.isReady()).isTrue();
  }

  @Test
  void a_failure_without_words_has_its_name() throws InterruptedException {
    source.fails(null);

    source.awaitAsked(2);

    assertThat(progress.of(EXPOSURES).problem()).hasValue("java.lang.IllegalStateException");
  }

  @Test
  void what_fails_because_it_is_stopped_is_no_problem() throws InterruptedException {
    source.awaitAsked(1);

    follower.stop();
    source.fails("the index is about to be closed");
    follower.close();

    assertThat(progress.of(EXPOSURES).problem()).isEmpty();
  }

  @Test
  void asks_no_more_once_it_is_closed() throws InterruptedException {
    source.awaitAsked(1);
    follower.stop();
    source.takes();

    follower.close();

    assertThat(source.asked.availablePermits()).isZero();
  }
}
