package dev.labwire.directory;

import dev.labwire.storage.WriteTransaction;
import dev.labwire.text.LikePattern;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The stored directory: remembers every entry that a mention names, and lists them by id. */
@ApplicationScoped
public final class Directory {

    private static final int CHUNK = 500;

    private final Session session;
    private final Aliases aliases;

    Directory(Session session, Aliases aliases) {
        this.session = session;
        this.aliases = aliases;
    }

    /** Adds the entries that are not there yet. The caller serialises calls, as placing does with its clock. */
    @WriteTransaction
    public void remember(Shelf shelf, Collection<Entry> entries) {
        TreeMap<String, Entry> wanted = new TreeMap<>();
        entries.forEach(entry -> wanted.putIfAbsent(entry.id(), entry));
        List<String> ids = List.copyOf(wanted.keySet());
        for (int start = 0; start < ids.size(); start += CHUNK) {
            List<String> some = ids.subList(start, Math.min(ids.size(), start + CHUNK));
            Set<String> known = known(shelf, some);
            some.stream().filter(id -> !known.contains(id)).forEach(id -> insert(shelf, wanted.get(id)));
        }
    }

    /** The entry of that id. */
    @Transactional
    public Optional<Entry> find(Shelf shelf, String id) {
        return entries(select(shelf, "slug = :id").setParameter("id", id)).stream()
                .findFirst();
    }

    /** The first entry, by id, whose name is that one whatever its case. */
    @Transactional
    public Optional<Entry> named(Shelf shelf, String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        return entries(select(shelf, "lower(name) = :name")
                        .setParameter("name", plain)
                        .setMaxResults(1))
                .stream()
                .findFirst();
    }

    /** Entries in the order of their ids, behind {@code after}, one of whose names holds {@code part}. */
    @Transactional
    public List<Entry> list(Shelf shelf, @Nullable String part, @Nullable String after, int limit) {
        String plain = part == null ? "" : part.strip().toLowerCase(Locale.ROOT);
        Set<String> byAlias = plain.isEmpty() ? Set.of() : aliases.holding(shelf, plain);
        NativeQuery<Tuple> query = select(
                shelf,
                "slug > :after and (lower(name) like :part escape '!' or slug like :part escape '!'"
                        + (byAlias.isEmpty() ? ")" : " or slug in (:byAlias))"));
        query.setParameter("after", after == null ? "" : after);
        query.setParameter("part", LikePattern.containing(plain));
        if (!byAlias.isEmpty()) {
            query.setParameterList("byAlias", byAlias.stream().limit(CHUNK).toList());
        }
        return entries(query.setMaxResults(limit));
    }

    private NativeQuery<Tuple> select(Shelf shelf, String condition) {
        return session.createNativeQuery(
                "select " + shelf.columns() + " from " + shelf.table() + " where " + condition + " order by slug",
                Tuple.class);
    }

    private static List<Entry> entries(NativeQuery<Tuple> query) {
        return query.getResultList().stream()
                .map(row -> new Entry(
                        (String) row.get(0), (String) row.get(1), (@Nullable String) row.get(2), (@Nullable String)
                                row.get(3)))
                .toList();
    }

    private Set<String> known(Shelf shelf, List<String> ids) {
        return new HashSet<>(
                session.createNativeQuery("select slug from " + shelf.table() + " where slug in (:ids)", String.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    private void insert(Shelf shelf, Entry entry) {
        if (shelf == Shelf.MODEL) {
            session.createNativeMutationQuery(
                            "insert into model (slug, name, family, organization_slug) values (:id, :name, :family, :owner)")
                    .setParameter("id", entry.id())
                    .setParameter("name", entry.name())
                    .setParameter("family", entry.family(), String.class)
                    .setParameter("owner", entry.organization(), String.class)
                    .executeUpdate();
            return;
        }
        session.createNativeMutationQuery("insert into " + shelf.table() + " (slug, name) values (:id, :name)")
                .setParameter("id", entry.id())
                .setParameter("name", entry.name())
                .executeUpdate();
    }
}
