package dev.labwire.extraction.frame;

import dev.labwire.extraction.language.Sentence;
import dev.labwire.extraction.language.Token;
import dev.labwire.extraction.lexicon.Gazetteer.Hit;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.Organization;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The organisations that a document names in a way nothing else is called. Looked for when first asked for; for one thread. */
final class EvidentOrganizations {

    private final List<Sentence> sentences;
    private final Lexicon lexicon;
    private @Nullable Set<String> ids;

    EvidentOrganizations(List<Sentence> sentences, Lexicon lexicon) {
        this.sentences = sentences;
        this.lexicon = lexicon;
    }

    boolean contain(Organization organization) {
        if (ids == null) {
            ids = ids();
        }
        return ids.contains(organization.id());
    }

    private Set<String> ids() {
        Set<String> evident = new HashSet<>();
        for (Sentence sentence : sentences) {
            for (int i = 0; i < sentence.tokens().size(); i++) {
                Hit<Organization> hit = lexicon.organizationNames().at(sentence.tokens(), i);
                if (hit != null && !ambiguous(hit, sentence.tokens().get(i))) {
                    evident.add(hit.value().id());
                }
            }
        }
        return evident;
    }

    /** Whether this spelling of an organisation's name is an ordinary word, a given name or a product as well. */
    private boolean ambiguous(Hit<Organization> hit, Token token) {
        if (hit.length() > 1 || !hit.value().ambiguous()) {
            return false;
        }
        boolean ownName = token.text().equals(hit.value().name());
        return !ownName
                || lexicon.commonWord(token.norm())
                || lexicon.firstName(token.norm())
                || token.text().length() < 3;
    }
}
