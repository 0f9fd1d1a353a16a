package dev.labwire.digest;

import dev.labwire.digest.Bulletin.Figure;
import dev.labwire.digest.Bulletin.Item;
import dev.labwire.digest.Bulletin.Link;
import dev.labwire.digest.Bulletin.Section;
import dev.labwire.extraction.EventType;
import dev.labwire.timeline.WeekFigures;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.inject.Singleton;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lays out editions as HTML and as plain text. Thread-safe. */
@Singleton
final class DigestRenderer {

    private final Links links;

    DigestRenderer(Links links) {
        this.links = links;
    }

    /** The layouts. */
    @CheckedTemplate(basePath = "digest")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance digest(Bulletin bulletin);

        static native TemplateInstance plain(Bulletin bulletin);
    }

    /**
     * Whom an edition is for.
     *
     * @param address null of a public one
     * @param manage where settings are changed
     * @param unsubscribe where it is ended
     */
    record Reader(
            @Nullable String address,
            @Nullable String manage,
            @Nullable String unsubscribe) {

        static final Reader PUBLIC = new Reader(null, null, null);
    }

    /** An edition in both forms. */
    record Rendered(String subject, String html, String text) {}

    static DigestLabels labels(String language) {
        return MessageBundles.get(DigestLabels.class, Localized.Literal.of(language));
    }

    Rendered render(Draft draft, String language, Reader reader) {
        Bulletin bulletin = bulletin(draft, language, reader);
        return new Rendered(
                bulletin.subject(),
                Templates.digest(bulletin).setLocale(language).render(),
                Templates.plain(bulletin).setLocale(language).render());
    }

    Bulletin bulletin(Draft draft, String language, Reader reader) {
        DigestLabels labels = labels(language);
        Wording wording = new Wording(labels, Locale.forLanguageTag(language), links);
        return new Bulletin(
                language,
                subject(draft, labels, wording),
                labels.title(),
                wording.date(draft.date(), FormatStyle.FULL),
                sections(draft, labels, wording),
                notices(draft, labels),
                labels.week(),
                figures(draft.week(), labels),
                reader.address() == null ? null : labels.why(reader.address(), links.host()),
                footer(reader, labels));
    }

    private static String subject(Draft draft, DigestLabels labels, Wording wording) {
        String date = wording.date(draft.date(), FormatStyle.MEDIUM);
        if (draft.entries().isEmpty()) {
            return labels.subjectQuiet(date);
        }
        String first = Wording.clean(draft.entries().get(0).event().headline());
        int more = draft.entries().size() + draft.more() - 1;
        return more == 0 ? labels.subject(date, first) : labels.subjectMore(date, first, more);
    }

    private static List<Section> sections(Draft draft, DigestLabels labels, Wording wording) {
        List<Section> sections = new ArrayList<>();
        add(sections, labels.corrections(), draft, Entry::correction, wording);
        add(sections, labels.moves(), draft, of(EventType.PEOPLE_MOVE), wording);
        add(sections, labels.models(), draft, of(EventType.MODEL_RELEASE), wording);
        add(sections, labels.deals(), draft, of(EventType.DEAL), wording);
        return sections;
    }

    private static Predicate<Entry> of(EventType type) {
        return entry -> !entry.correction() && entry.event().type() == type;
    }

    private static void add(
            List<Section> sections, String title, Draft draft, Predicate<Entry> which, Wording wording) {
        List<Item> items = new ArrayList<>();
        draft.entries().stream().filter(which).map(wording::item).forEach(item -> together(items, item));
        if (!items.isEmpty()) {
            sections.add(new Section(title, items));
        }
    }

    /** What one sentence tells is shown with it once. */
    private static void together(List<Item> items, Item item) {
        for (int place = 0; place < items.size(); place++) {
            if (items.get(place).goesWith(item)) {
                items.set(place, items.get(place).with(item));
                return;
            }
        }
        items.add(item);
    }

    private static List<String> notices(Draft draft, DigestLabels labels) {
        List<String> notices = new ArrayList<>();
        if (draft.entries().isEmpty()) {
            notices.add(labels.quiet());
        }
        if (draft.more() > 0) {
            notices.add(labels.more(draft.more()));
        }
        if (draft.older() > 0) {
            notices.add(labels.older(draft.older()));
        }
        return notices;
    }

    private static List<Figure> figures(WeekFigures week, DigestLabels labels) {
        List<Figure> figures = new ArrayList<>();
        add(figures, week.moves(), labels.weekMoves());
        week.routes()
                .forEach(route -> add(
                        figures, route.moves(), labels.route(Wording.clean(route.from()), Wording.clean(route.to()))));
        add(figures, week.releases(), labels.weekReleases());
        add(figures, week.deals(), labels.weekDeals());
        return figures;
    }

    private static void add(List<Figure> figures, long number, String label) {
        if (number > 0) {
            figures.add(new Figure(label, number));
        }
    }

    private List<Link> footer(Reader reader, DigestLabels labels) {
        List<Link> footer = new ArrayList<>();
        footer.add(new Link(labels.timeline(), links.to("/")));
        if (reader.manage() != null) {
            footer.add(new Link(labels.settings(), reader.manage()));
        }
        if (reader.unsubscribe() != null) {
            footer.add(new Link(labels.unsubscribe(), reader.unsubscribe()));
        }
        return footer;
    }
}
