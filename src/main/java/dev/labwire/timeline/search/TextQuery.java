package dev.labwire.timeline.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A question in words: all of them must be there; {@code "several words"} in that order, {@code begin*} as the beginning of a
 * word, {@code -word} not at all. Nothing in a question is a mistake.
 */
public final class TextQuery {

    static final String TEXT = "text";
    static final String HEADLINE = "headline";

    private static final Pattern PART = Pattern.compile("(-?)(?:\"([^\"]*)\"?|(\\S+))");
    private static final int MOST_PARTS = 32;
    private static final float HEADLINE_COUNTS = 2;
    private static final Analyzer ANALYZER = new WordAnalyzer(false);
    private static final Analyzer TEXT_ANALYZER = new WordAnalyzer(true);

    private final Query query;

    private TextQuery(Query query) {
        this.query = query;
    }

    /** Reads a question. */
    public static TextQuery of(String question) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        Matcher part = PART.matcher(Normalizer.normalize(question, Normalizer.Form.NFKC));
        int wanted = 0;
        for (int parts = 0; parts < MOST_PARTS && part.find(); parts++) {
            boolean unwanted = !part.group(1).isEmpty();
            Query text = part(part.group(2), part.group(3), TEXT);
            if (text != null) {
                all.add(text, unwanted ? Occur.MUST_NOT : Occur.MUST);
                wanted += unwanted ? 0 : 1;
                Query headline = unwanted ? null : part(part.group(2), part.group(3), HEADLINE);
                if (headline != null) {
                    all.add(new BoostQuery(headline, HEADLINE_COUNTS), Occur.SHOULD);
                }
            }
        }
        return new TextQuery(wanted == 0 ? new MatchNoDocsQuery() : all.build());
    }

    private static @Nullable Query part(@Nullable String phrase, @Nullable String word, String field) {
        QueryBuilder builder = new QueryBuilder(ANALYZER);
        if (word == null) {
            return builder.createPhraseQuery(field, phrase == null ? "" : phrase);
        }
        Query whole = builder.createPhraseQuery(field, word);
        return whole == null || !word.endsWith("*") ? whole : beginning(whole, field);
    }

    /** The words before the last as they are, the last as the beginning of one. */
    private static Query beginning(Query whole, String field) {
        if (whole instanceof TermQuery term) {
            return new PrefixQuery(term.getTerm());
        }
        if (!(whole instanceof PhraseQuery phrase)) {
            return whole;
        }
        Term[] terms = phrase.getTerms();
        List<Query> parts = new ArrayList<>();
        PhraseQuery.Builder before = new PhraseQuery.Builder();
        for (int index = 0; index < terms.length - 1; index++) {
            before.add(terms[index]);
        }
        parts.add(before.build());
        parts.add(new PrefixQuery(new Term(field, terms[terms.length - 1].bytes())));
        BooleanQuery.Builder both = new BooleanQuery.Builder();
        parts.forEach(part -> both.add(part, Occur.MUST));
        return both.build();
    }

    Query query() {
        return query;
    }

    /** Whether a text answers the question. */
    public boolean matches(String text) {
        MemoryIndex index = new MemoryIndex();
        index.addField(TEXT, Normalizer.normalize(text, Normalizer.Form.NFKC), TEXT_ANALYZER);
        return index.search(query) > 0;
    }
}
