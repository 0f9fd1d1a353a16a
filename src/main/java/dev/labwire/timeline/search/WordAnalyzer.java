package dev.labwire.timeline.search;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Words of any script: segmented after UAX #29, without case, accents, widths or spelling variants of one letter; Chinese,
 * Japanese and Korean in pairs of characters. Words are not reduced to stems, so that a name finds that name.
 */
final class WordAnalyzer extends Analyzer {

    private static final NormalizeCharMap ONE_SPELLING = oneSpelling();

    private final boolean singleCharacters;

    /**
     * An analyzer.
     *
     * @param singleCharacters whether single characters of Chinese, Japanese and Korean are words beside the pairs, as they are
     *     of a text that is searched
     */
    WordAnalyzer(boolean singleCharacters) {
        this.singleCharacters = singleCharacters;
    }

    private static NormalizeCharMap oneSpelling() {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        map.add("ё", "е");
        map.add("Ё", "Е");
        map.add("’", "'");
        return map.build();
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new MappingCharFilter(ONE_SPELLING, reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream plain = new LowerCaseFilter(new EnglishPossessiveFilter(new CJKWidthFilter(words)));
        plain = new HindiNormalizationFilter(new IndicNormalizationFilter(new DecimalDigitFilter(plain)));
        plain = new ASCIIFoldingFilter(new ArabicNormalizationFilter(plain));
        int scripts =
                CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;
        return new TokenStreamComponents(words, new CJKBigramFilter(plain, scripts, singleCharacters));
    }
}
