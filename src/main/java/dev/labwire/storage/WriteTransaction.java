package dev.labwire.storage;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@link Transactional} method that may change the database. Such methods run one after the other, each until its
 * transaction has ended; called from within another one, it joins that. A method that is only {@link Transactional} reads,
 * beside any writer: a change attempted there, and a write transaction begun there, are refused with an
 * {@link IllegalStateException}.
 */
@InterceptorBinding
@Transactional
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface WriteTransaction {

    /** Whether the method returns only when what it changed lies on disk; otherwise a kill may undo the last half second. */
    @Nonbinding
    boolean durable() default false;
}
