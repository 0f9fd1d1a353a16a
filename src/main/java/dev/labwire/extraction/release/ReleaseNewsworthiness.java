package dev.labwire.extraction.release;

import dev.labwire.extraction.Document;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Circumstances;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.ModelName;
import dev.labwire.extraction.lexicon.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How much speaks for a sentence telling the news of a release rather than recalling the past. */
final class ReleaseNewsworthiness {

    /** News stands at the top: a sentence further down about a model the title does not name is rather context. */
    private static final int LAST_OF_THE_NEWS = 10;

    private final Document document;
    private final Words words;
    private final Set<String> inTitle;

    ReleaseNewsworthiness(Document document, List<AnnotatedSentence> sentences, Words words) {
        this.words = words;
        this.document = document;
        this.inTitle = sentences.stream()
                .filter(sentence -> sentence.sentence().inTitle())
                .flatMap(sentence -> sentence.units().stream())
                .filter(unit -> unit.is(Type.MODEL))
                .map(unit -> unit.valueAs(ModelName.class).reference().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The score of a draft; from 0 on it is news. */
    double of(ReleaseDraft draft, Circumstances circumstances, boolean own) {
        FrameMatch match = draft.match;
        boolean titled = titled(draft.modelId());
        double score =
                switch (match.sentence().sentence().zone()) {
                    case TITLE -> 2.5;
                    case LEAD -> 1.8;
                    case LIST -> 1.6;
                    default -> 0.65;
                };
        score += circumstances.present(match.from()) ? 0.5 : 0;
        score += titled ? 1.0 : 0;
        score += own ? 0.4 : 0;
        boolean makerInTitle = draft.organization != null && document.title().contains(draft.organization.name());
        score += makerInTitle && !titled ? 0.5 : 0;
        boolean entry = match.from() == 0 && match.sentence().unit(0).norm().endsWith("ed");
        score += entry ? 0.7 : 0;
        score -= circumstances.pluperfect() ? 2.5 : 0;
        score -= circumstances.subordinate(Math.max(0, subjectStart(match))) ? 1.6 : 0;
        score -= known(match) ? 4 : 0;
        boolean old = Circumstances.old(draft.occurredOn, document.publishedOn());
        score -= old ? 4 : 0;
        score += draft.occurredOn != null && !old && document.publishedOn() != null ? 0.8 : 0;
        boolean far = match.sentence().sentence().zone() == Zone.BODY
                && match.sentence().sentence().index() > LAST_OF_THE_NEWS;
        score -= far && !titled && !own ? 0.5 : 0;
        return score - 1.1;
    }

    /** "after the M launch", "prior to releasing M": the launch is where something else starts from. */
    private boolean known(FrameMatch match) {
        boolean noun = match.position("model") >= 0
                && match.position("model") <= match.from() + 1
                && match.position("model") < match.to() - 1;
        boolean gerund = match.sentence().unit(match.from()).norm().endsWith("ing");
        return (gerund || noun && match.sentence().sentence().inTitle() || !words.english())
                && match.sentence().units().subList(Math.max(0, match.from() - 2), match.from()).stream()
                        .anyMatch(unit -> words.in("after-known", unit.norm()));
    }

    /** Whether the title names the model, or the version that it is a member of. */
    private boolean titled(String model) {
        return inTitle.stream()
                .anyMatch(title -> model.equals(title) || title.matches(".*\\d.*") && model.startsWith(title + "-"));
    }

    private static int subjectStart(FrameMatch match) {
        for (int i = match.from() - 1; i >= 0; i--) {
            if (match.sentence().unit(i).is(Type.ORGANIZATION)) {
                return i;
            }
        }
        return match.from();
    }
}
