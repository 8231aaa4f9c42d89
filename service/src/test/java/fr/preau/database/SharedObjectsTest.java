package fr.preau.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.jackson.Jackson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.ConfigCustomizer;
import org.jdbi.v3.core.extension.ConfigCustomizerFactory;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An SQL object is read once, and still speaks to the handle that it was got from. */
class SharedObjectsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    interface Transactions {
        @SqlQuery("SELECT pg_backend_pid()")
        int server();

        @SqlQuery("SELECT number FROM generate_series(1, :most) AS number")
        List<Integer> upTo(int most);

        default int sum(int most) {
            return upTo(most).stream().mapToInt(Integer::intValue).sum();
        }
    }

    @Test
    void reads_an_interface_once_for_all_transactions() {
        List<Class<?>> read = new ArrayList<>();
        Jdbi jdbi =
                JdbiSetup.configure(Jdbi.create(() -> DB.service().open().getConnection()), Jackson.newObjectMapper());
        jdbi.getConfig(Extensions.class).registerConfigCustomizerFactory(new ConfigCustomizerFactory() {
            @Override
            public Collection<ConfigCustomizer> forExtensionType(Class<?> type) {
                read.add(type);
                return List.of();
            }
        });
        for (int i = 0; i < 3; i++) {
            assertThat(jdbi.<Integer, RuntimeException>inTransaction(
                            tx -> tx.attach(Transactions.class).sum(4)))
                    .isEqualTo(10);
        }
        assertThat(read).containsExactly(Transactions.class);
    }

    @Test
    void speaks_to_the_handle_that_it_was_got_from() {
        try (Handle one = DB.service().open();
                Handle other = DB.service().open()) {
            Transactions first = one.attach(Transactions.class);
            Transactions second = other.attach(Transactions.class);
            assertThat(first.server()).isNotEqualTo(second.server());
            assertThat(first.server()).isEqualTo(one.attach(Transactions.class).server());
        }
    }

    @Test
    void serves_many_transactions_at_once() throws Exception {
        int many = 8;
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            CountDownLatch together = new CountDownLatch(many);
            List<Future<Integer>> servers = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                int most = i;
                servers.add(threads.submit(() -> DB.service().<Integer, Exception>inTransaction(tx -> {
                    Transactions own = tx.attach(Transactions.class);
                    int server = own.server();
                    together.countDown();
                    together.await(20, TimeUnit.SECONDS);
                    for (int turn = 0; turn < 50; turn++) {
                        assertThat(own.server()).isEqualTo(server);
                        assertThat(own.upTo(most)).hasSize(most);
                    }
                    return server;
                })));
            }
            List<Integer> found = new ArrayList<>();
            for (Future<Integer> server : servers) {
                found.add(server.get(60, TimeUnit.SECONDS));
            }
            assertThat(found).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }
}
