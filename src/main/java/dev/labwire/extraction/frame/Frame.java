package dev.labwire.extraction.frame;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.labwire.extraction.language.Idiom;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One phrase family of a data file.
 *
 * @param id its name, unique in its language
 * @param kind what it tells of
 * @param leaving for kinds that go both ways, whether it is the leaving one
 * @param firstParty whether it counts in a source of the model's own maker alone
 * @param titleOnly whether it counts only as the whole title
 * @param background whether it tells of a past that is merely recalled, such as a line of a career
 * @param weight how sure it is alone, 0 to 1
 * @param patterns its compiled lines
 * @param vetoAfter words that, right behind it, make it something else
 * @param yes sentences in which it must be found
 * @param no sentences in which no event of its kind may be found
 */
public record Frame(
        String id,
        String kind,
        boolean leaving,
        boolean firstParty,
        boolean titleOnly,
        boolean background,
        double weight,
        List<Pattern> patterns,
        Set<String> vetoAfter,
        List<String> yes,
        List<String> no) {

    /** Whether it tells that somebody goes the way of somebody named before: its id ends in {@code -along}. */
    public boolean along() {
        return id.endsWith("-along");
    }

    /** Whether it tells who gets a post that was named before: its id ends in {@code -post}. */
    public boolean post() {
        return id.endsWith("-post");
    }

    /** A frame as the data file has it, its patterns still lines. */
    record Entry(
            @JsonProperty("id") String id,
            @JsonProperty("kind") String kind,
            @JsonProperty("leaving") boolean leaving,
            @JsonProperty("firstParty") boolean firstParty,
            @JsonProperty("titleOnly") boolean titleOnly,
            @JsonProperty("background") boolean background,
            @JsonProperty("weight") double weight,
            @JsonProperty("patterns") List<String> patterns,
            @JsonProperty("vetoAfter") @Nullable Set<String> vetoAfter,
            @JsonProperty("yes") @Nullable List<String> yes,
            @JsonProperty("no") @Nullable List<String> no) {

        Frame compiled(Idiom idiom) {
            return new Frame(
                    id,
                    kind,
                    leaving,
                    firstParty,
                    titleOnly,
                    background,
                    weight,
                    patterns.stream().map(line -> Pattern.compile(line, idiom)).toList(),
                    vetoAfter,
                    yes,
                    no);
        }
    }

    public Frame(
            String id,
            String kind,
            boolean leaving,
            boolean firstParty,
            boolean titleOnly,
            boolean background,
            double weight,
            List<Pattern> patterns,
            @Nullable Set<String> vetoAfter,
            @Nullable List<String> yes,
            @Nullable List<String> no) {
        this.id = id;
        this.kind = kind;
        this.leaving = leaving;
        this.firstParty = firstParty;
        this.titleOnly = titleOnly;
        this.background = background;
        this.weight = weight;
        this.patterns = List.copyOf(patterns);
        this.vetoAfter = vetoAfter == null ? Set.of() : Set.copyOf(vetoAfter);
        this.yes = yes == null ? List.of() : List.copyOf(yes);
        this.no = no == null ? List.of() : List.copyOf(no);
    }
}
