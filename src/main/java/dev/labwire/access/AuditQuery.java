package dev.labwire.access;

/**
 * Which entries of the audit trail are asked for; an empty text takes all.
 *
 * @param actor who did it, exactly
 * @param action what was done, exactly
 * @param subject to what, exactly
 */
public record AuditQuery(String actor, String action, String subject) {}
