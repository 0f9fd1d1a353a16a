package dev.labwire.extraction;

/** A score the article gives for the model; {@code unit} is {@code %}, {@code points}, {@code Elo}… */
public record Benchmark(String name, double score, String unit) {}
