package dev.labwire.storage;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Takes the turn before the transaction begins and hands it on after the transaction has ended. */
@WriteTransaction
@Interceptor
@Priority(WriteTransactionInterceptor.BEFORE_THE_TRANSACTION)
final class WriteTransactionInterceptor {

    /** The interceptor that begins and ends transactions comes at {@code PLATFORM_BEFORE + 200}. */
    static final int BEFORE_THE_TRANSACTION = Interceptor.Priority.PLATFORM_BEFORE + 100;

    private final SingleWriter writer;
    private final TransactionSynchronizationRegistry transactions;

    WriteTransactionInterceptor(SingleWriter writer, TransactionSynchronizationRegistry transactions) {
        this.writer = writer;
        this.transactions = transactions;
    }

    @AroundInvoke
    Object inTurn(InvocationContext call) throws Exception {
        if (!writer.hasTurn() && inTransaction()) {
            throw new IllegalStateException(call.getMethod() + " would write inside a transaction that only reads");
        }
        writer.take();
        try {
            Object result = call.proceed();
            if (isDurable(call) && !inTransaction()) {
                writer.save();
            }
            return result;
        } finally {
            writer.handOn();
        }
    }

    private boolean inTransaction() {
        return transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }

    private static boolean isDurable(InvocationContext call) {
        return call.getMethod().getAnnotation(WriteTransaction.class).durable();
    }
}
