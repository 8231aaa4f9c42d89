package fr.preau.deliverable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LimiterTest {
    @Test
    void refuses_a_work_whose_turn_does_not_come_and_takes_the_next_once_a_place_is_free() throws Exception {
        Limiter limiter = new Limiter(1, Duration.ofMillis(50));
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<String> first = other.submit(() -> limiter.run(() -> {
                started.countDown();
                await(end);
                return "first";
            }));
            started.await();
            assertThatThrownBy(() -> limiter.run(() -> "second"))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.problem()).isEqualTo(new Problem.TooMany(1)));
            end.countDown();
            assertThat(first.get()).isEqualTo("first");
            assertThat(limiter.run(() -> "third")).isEqualTo("third");
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void frees_the_place_of_a_work_that_fails() {
        Limiter limiter = new Limiter(1, Duration.ofMillis(50));
        assertThatThrownBy(() -> limiter.run(() -> {
                    throw new IllegalStateException("ink");
                }))
                .hasMessage("ink");
        assertThat(limiter.run(() -> "next")).isEqualTo("next");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
