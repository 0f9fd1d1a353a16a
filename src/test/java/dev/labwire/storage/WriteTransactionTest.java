package dev.labwire.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WriteTransactionTest {

    private static final String COUNT = "select count(*) from person where slug like 'writer-%'";
    private static final String LOCK = "select slug from person for update";

    @Inject
    Writes writes;

    @Inject
    EntityManager database;

    @Inject
    SingleWriter writer;

    @AfterEach
    void clear() {
        writes.run(() -> sql("delete from person where slug like 'writer-%'"));
    }

    @Test
    void changesAreCommittedTogetherOrNotAtAll() {
        writes.run(() -> add("a"));
        assertThatThrownBy(() -> writes.run(() -> {
                    add("b");
                    throw new IllegalArgumentException("changed my mind");
                }))
                .hasMessage("changed my mind");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void oneWriterAtATimeWhileReadersGoOn() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        List<CompletableFuture<Void>> others = new ArrayList<>();
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> writes.run(() -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            add("first");
            begun.countDown();
            awaitQuietly(mayEnd);
            inside.decrementAndGet();
        }));
        begun.await();
        for (int i = 0; i < 5; i++) {
            String name = "other" + i;
            others.add(CompletableFuture.runAsync(() -> writes.run(() -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                add(name);
                inside.decrementAndGet();
            })));
        }
        assertThat(count()).as("what a reader sees meanwhile").isZero();
        mayEnd.countDown();
        first.get();
        for (CompletableFuture<Void> other : others) {
            other.get();
        }
        assertThat(count()).isEqualTo(6);
        assertThat(most).hasValue(1);
    }

    @Test
    void aSaveWaitsForTheWriter() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> writes.run(() -> {
            add("slow");
            begun.countDown();
            awaitQuietly(mayEnd);
        }));
        begun.await();
        Thread saving = new Thread(() -> {
            try {
                writer.save();
            } catch (java.sql.SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
        saving.start();
        await().until(() -> saving.getState() == Thread.State.WAITING);
        mayEnd.countDown();
        writing.get();
        saving.join();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aWriteTransactionInsideAnotherJoinsIt() {
        assertThatThrownBy(() -> writes.run(() -> {
                    writes.run(() -> add("inner"));
                    throw new IllegalArgumentException("outer");
                }))
                .hasMessage("outer");
        assertThat(count()).isZero();
    }

    @Test
    void aTransactionThatOnlyReadsRefusesToChangeOrLock() {
        assertThatThrownBy(() -> writes.read(() -> add("forgotten"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> writes.read(
                        () -> database.createNativeQuery(LOCK, String.class).getResultList()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> writes.read(() -> {
                    writes.run(() -> add("late"));
                    return null;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("only reads");
        assertThat(count()).isZero();
    }

    @Test
    void theTurnIsHandedOnAfterAFailure() throws ExecutionException, InterruptedException {
        assertThatThrownBy(() -> writes.run(() -> sql("insert into nowhere values (1)")))
                .isInstanceOf(RuntimeException.class);
        CompletableFuture.runAsync(() -> writes.run(() -> add("next"))).get();
        assertThat(count()).isEqualTo(1);
    }

    private int add(String name) {
        return sql("insert into person (slug, name) values ('writer-" + name + "', '" + name + "')");
    }

    private int sql(String statement) {
        return database.createNativeQuery(statement).executeUpdate();
    }

    private long count() {
        return writes.read(
                () -> (Long) database.createNativeQuery(COUNT, Long.class).getSingleResult());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
