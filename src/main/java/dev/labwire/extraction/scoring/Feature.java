package dev.labwire.extraction.scoring;

import java.util.Locale;

/** What can speak for or against a finding. A feature never counts against its sign, whatever the labelled articles say. */
public enum Feature {
    /** how sure its phrase family is alone: the logarithm of the odds */
    FRAME(1),
    /** the title says it */
    TITLE(1),
    /** a list item says it */
    LIST(1),
    /** it stands below the lead */
    BODY(-1),
    /** how much speaks for being the news, 0 to 1 */
    NEWSWORTHY(1),
    /** further sentences that tell the same: 1 for three or more */
    SUPPORTED(1),
    /** the source is the maker's or employer's own */
    FIRST_PARTY(1),
    /** the person is on no list and has no known first name */
    UNKNOWN_PERSON(-1),
    /** an organisation is a mere capitalised name: 1, or less where its last word is one that companies end in */
    UNKNOWN_ORGANIZATION(-1),
    /** none of the organisations of a move is a known one */
    NO_KNOWN_ORGANIZATION(-1),
    /** the model belongs to no listed family */
    UNLISTED_MODEL(-1),
    /** nobody is known to make the model */
    NO_MAKER(-1),
    /** an end of the move was taken from elsewhere in the document */
    GUESSED(-1),
    /** the sentence gives the person an organisation that need not be the one of the post */
    POSSESSED(-1),
    /** a deal with one party named */
    ONE_PARTY(-1),
    /** the sentence capitalises ordinary words too */
    TITLE_CASE(-1),
    /** reported or rumoured rather than told as a fact */
    HEDGED(-1),
    /** the finding is a release */
    RELEASE(0),
    /** the finding is a deal */
    DEAL(0);

    private final int sign;

    Feature(int sign) {
        this.sign = sign;
    }

    /** 1 when it speaks for a finding, -1 when against, 0 when the labelled articles may decide. */
    public int sign() {
        return sign;
    }

    /** The name in data files and explanations. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
