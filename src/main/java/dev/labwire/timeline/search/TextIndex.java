package dev.labwire.timeline.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The index on disk. Thread-safe; of writers there must be one at a time. */
public final class TextIndex implements Closeable {

    private static final String ID = "id";
    private static final String DAY = "day";
    private static final Sort BEST_FIRST = new Sort(
            SortField.FIELD_SCORE,
            new SortField(DAY, SortField.Type.LONG, true),
            new SortField(ID, SortField.Type.STRING));

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private TextIndex(Directory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
    }

    /**
     * Opens the index of a folder, or makes one.
     *
     * @throws IOException when the folder can't be written, or holds what no index is
     */
    public static TextIndex open(Path folder) throws IOException {
        Directory directory = new NIOFSDirectory(folder);
        try {
            IndexWriterConfig config = new IndexWriterConfig(new WordAnalyzer(true));
            return new TextIndex(directory, new IndexWriter(directory, config));
        } catch (IOException | RuntimeException unreadable) {
            directory.close();
            throw unreadable;
        }
    }

    /**
     * An event that answers a question.
     *
     * @param score how well, in comparison with others
     * @param day of the event, in days since 1970
     */
    public record Hit(String id, float score, long day) {}

    /** Enters an event in place of what was known of it. */
    public void put(String id, LocalDate day, String headline, String text) {
        Document document = new Document();
        document.add(new StringField(ID, id, Field.Store.YES));
        document.add(new SortedDocValuesField(ID, new BytesRef(id)));
        document.add(new NumericDocValuesField(DAY, day.toEpochDay()));
        document.add(new TextField(TextQuery.HEADLINE, plain(headline), Field.Store.NO));
        document.add(new TextField(TextQuery.TEXT, plain(text), Field.Store.NO));
        io(() -> writer.updateDocument(new Term(ID, id), document));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Forgets an event. */
    public void remove(String id) {
        io(() -> writer.deleteDocuments(new Term(ID, id)));
    }

    /** Forgets everything. */
    public void clear() {
        io(writer::deleteAll);
    }

    /** Lets searches see what was entered. */
    public void refresh() {
        io(() -> {
            searchers.maybeRefreshBlocking();
            return 0L;
        });
    }

    /** Brings everything to disk, together with what the caller wants to know of it later. */
    public void save(Map<String, String> notes) {
        writer.setLiveCommitData(new HashMap<>(notes).entrySet());
        io(writer::commit);
    }

    /** What was noted with the last save. */
    public Map<String, String> notes() {
        Map<String, String> notes = new HashMap<>();
        Iterable<Map.Entry<String, String>> saved = writer.getLiveCommitData();
        if (saved != null) {
            saved.forEach(entry -> notes.put(entry.getKey(), entry.getValue()));
        }
        return notes;
    }

    /** The best answers behind that one, the best first; of equals, the newest. */
    public List<Hit> search(TextQuery question, @Nullable Hit behind, int most) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                int last = searcher.getIndexReader().maxDoc() - 1;
                if (last < 0) {
                    return List.of();
                }
                FieldDoc after = behind == null
                        ? null
                        : new FieldDoc(
                                last, Float.NaN, new Object[] {behind.score(), behind.day(), new BytesRef(behind.id())
                                });
                TopDocs found = searcher.searchAfter(after, question.query(), most, BEST_FIRST);
                return hits(searcher, found);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Hit> hits(IndexSearcher searcher, TopDocs found) throws IOException {
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc document : found.scoreDocs) {
            Object[] fields = ((FieldDoc) document).fields;
            String id = searcher.storedFields().document(document.doc).get(ID);
            hits.add(new Hit(id, (Float) fields[0], (Long) fields[1]));
        }
        return hits;
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }

    private interface Work {
        long run() throws IOException;
    }

    private static void io(Work work) {
        try {
            work.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
