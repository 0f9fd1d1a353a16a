package dev.labwire.extraction.language;

/** Where in an article a sentence stands. */
public enum Zone {
    TITLE,
    /** the first two sentences of the text */
    LEAD,
    BODY,
    /** an item of a list or a row of a table */
    LIST,
    /** what surrounds an article: links to others, the author's biography, the publisher's self-description */
    BOILERPLATE
}
