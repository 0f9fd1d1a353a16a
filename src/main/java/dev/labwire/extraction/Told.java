package dev.labwire.extraction;

/** A mention and why the engine made it. */
public record Told(Mention mention, Explanation explanation) {}
