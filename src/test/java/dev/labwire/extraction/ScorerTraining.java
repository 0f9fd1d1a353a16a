package dev.labwire.extraction;

import dev.labwire.extraction.scoring.Feature;
import dev.labwire.extraction.scoring.Scorer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Learns the scorer's weights from labelled articles: logistic regression fitted by Newton's method, which is deterministic.
 * The engine has been brought to read these articles right, so that they hold few examples of its mistakes. Two things keep
 * the weights honest: each starts from what experience says (a Gaussian prior), and a label counts as right or wrong only
 * as far as labels from texts the engine had not seen would agree. A weight that would go against its feature's sign is held
 * at zero and the others are fitted anew.
 */
final class ScorerTraining {

    /** How many examples' worth a prior weight counts: the inverse of its variance. */
    private static final double TRUST_IN_PRIOR = 8;

    /** The share of wrong statements in blindly judged draws of src/bench/judge.py from texts the engine had not seen. */
    private static final double UNSEEN_ERROR = 0.06;

    private static final Map<Feature, Double> PRIOR = new EnumMap<>(Map.ofEntries(
            Map.entry(Feature.FRAME, 1.0),
            Map.entry(Feature.TITLE, 0.3),
            Map.entry(Feature.BODY, -0.3),
            Map.entry(Feature.NEWSWORTHY, 0.3),
            Map.entry(Feature.SUPPORTED, 0.6),
            Map.entry(Feature.FIRST_PARTY, 0.3),
            Map.entry(Feature.UNKNOWN_PERSON, -0.4),
            Map.entry(Feature.UNKNOWN_ORGANIZATION, -0.8),
            Map.entry(Feature.NO_KNOWN_ORGANIZATION, -2.0),
            Map.entry(Feature.UNLISTED_MODEL, -0.6),
            Map.entry(Feature.NO_MAKER, -1.5),
            Map.entry(Feature.GUESSED, -0.5),
            Map.entry(Feature.POSSESSED, -1.5),
            Map.entry(Feature.ONE_PARTY, -0.2),
            Map.entry(Feature.TITLE_CASE, -0.4),
            Map.entry(Feature.HEDGED, -0.2)));

    private static final int MOST_STEPS = 50;
    private static final double SMALL = 1e-9;

    /** A finding of the engine, and whether the labels say so too. {@code story} keeps what belongs together in one fold. */
    record Example(String story, Map<String, Double> evidence, boolean right) {

        double value(Feature feature) {
            return evidence.getOrDefault(feature.wireName(), 0.0);
        }
    }

    private final List<Example> examples;

    ScorerTraining(List<Example> examples) {
        this.examples = examples;
    }

    /** How far readers of unseen texts would agree with such a finding. */
    static double agreement(Example example) {
        return example.right() ? 1 - UNSEEN_ERROR : UNSEEN_ERROR;
    }

    Scorer fit() {
        Set<Feature> free = EnumSet.allOf(Feature.class);
        while (true) {
            double[] weights = newton(List.copyOf(free));
            List<Feature> features = List.copyOf(free);
            List<Feature> wrong = new ArrayList<>();
            for (int i = 0; i < features.size(); i++) {
                if (weights[i + 1] * features.get(i).sign() < 0) {
                    wrong.add(features.get(i));
                }
            }
            if (wrong.isEmpty()) {
                return scorer(features, weights);
            }
            wrong.forEach(free::remove);
        }
    }

    private static Scorer scorer(List<Feature> features, double[] weights) {
        Map<Feature, Double> named = new EnumMap<>(Feature.class);
        for (int i = 0; i < features.size(); i++) {
            named.put(features.get(i), rounded(weights[i + 1]));
        }
        return new Scorer(rounded(weights[0]), named);
    }

    private static double rounded(double weight) {
        return Math.round(weight * 1000) / 1000.0;
    }

    private double[] newton(List<Feature> features) {
        int size = features.size() + 1;
        double[] weights = new double[size];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = new double[size];
            double[][] hessian = new double[size][size];
            for (int i = 0; i < size; i++) {
                double prior = i == 0 ? 0 : PRIOR.getOrDefault(features.get(i - 1), 0.0);
                gradient[i] = TRUST_IN_PRIOR * (weights[i] - prior);
                hessian[i][i] = TRUST_IN_PRIOR;
            }
            for (Example example : examples) {
                double[] values = values(example, features);
                double chance = 1 / (1 + Math.exp(-product(weights, values)));
                double error = chance - agreement(example);
                for (int i = 0; i < size; i++) {
                    gradient[i] += error * values[i];
                    for (int j = 0; j < size; j++) {
                        hessian[i][j] += chance * (1 - chance) * values[i] * values[j];
                    }
                }
            }
            double[] move = solve(hessian, gradient);
            double most = 0;
            for (int i = 0; i < size; i++) {
                weights[i] -= move[i];
                most = Math.max(most, Math.abs(move[i]));
            }
            if (most < SMALL) {
                break;
            }
        }
        return weights;
    }

    private static double[] values(Example example, List<Feature> features) {
        double[] values = new double[features.size() + 1];
        values[0] = 1;
        for (int i = 0; i < features.size(); i++) {
            values[i + 1] = example.value(features.get(i));
        }
        return values;
    }

    private static double product(double[] weights, double[] values) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }

    /** Solves a positive definite system by elimination. */
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        double[][] rows = new double[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = new double[size + 1];
            System.arraycopy(matrix[i], 0, rows[i], 0, size);
            rows[i][size] = right[i];
        }
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = pivot + 1; row < size; row++) {
                double factor = rows[row][pivot] / rows[pivot][pivot];
                for (int column = pivot; column <= size; column++) {
                    rows[row][column] -= factor * rows[pivot][column];
                }
            }
        }
        double[] solution = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double sum = rows[row][size];
            for (int column = row + 1; column < size; column++) {
                sum -= rows[row][column] * solution[column];
            }
            solution[row] = sum / rows[row][row];
        }
        return solution;
    }
}
