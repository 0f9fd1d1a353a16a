package dev.labwire.demo;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Entities;

/** An outlet written as RSS, Atom or JSON Feed. */
final class OutletFeed {

    private final Outlet outlet;
    private final String base;

    /** The feed of an outlet whose pages stand below {@code base}. */
    OutletFeed(Outlet outlet, String base) {
        this.outlet = outlet;
        this.base = base;
    }

    /** RSS 2.0 or Atom 1.0, as the outlet has it. */
    String xml() {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType(outlet.format().equals("atom") ? "atom_1.0" : "rss_2.0");
        feed.setTitle(outlet.title());
        feed.setLink(base + "/feeds/" + outlet.id());
        feed.setUri(base + "/feeds/" + outlet.id());
        feed.setDescription(outlet.title());
        feed.setLanguage(outlet.language());
        feed.setEntries(outlet.articles().stream().map(this::entry).toList());
        try {
            return new SyndFeedOutput().outputString(feed, true);
        } catch (FeedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** JSON Feed 1.1. */
    Map<String, Object> json() {
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", outlet.title());
        feed.put("language", outlet.language());
        feed.put("items", outlet.articles().stream().map(this::item).toList());
        return feed;
    }

    private SyndEntry entry(Outlet.Story story) {
        SyndEntry entry = new SyndEntryImpl();
        entry.setTitle(story.title());
        entry.setLink(address(story));
        entry.setUri(address(story));
        entry.setPublishedDate(Date.from(story.published()));
        entry.setUpdatedDate(Date.from(story.published()));
        if (story.author() != null) {
            entry.setAuthor(story.author());
        }
        entry.setDescription(content("text/plain", story.summary()));
        if (outlet.fullText()) {
            entry.setContents(new ArrayList<>(List.of(content("html", html(story.text())))));
        }
        return entry;
    }

    private Map<String, Object> item(Outlet.Story story) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", address(story));
        item.put("url", address(story));
        item.put("title", story.title());
        item.put("summary", story.summary());
        item.put(
                "content_html",
                outlet.fullText() ? html(story.text()) : "<p>" + Entities.escape(story.summary()) + "</p>");
        item.put("date_published", story.published().toString());
        return item;
    }

    private String address(Outlet.Story story) {
        return base + "/articles/" + story.slug();
    }

    private static SyndContent content(String type, String value) {
        SyndContent content = new SyndContentImpl();
        content.setType(type);
        content.setValue(value);
        return content;
    }

    /** Paragraphs and lists of a story as HTML. */
    static String html(String text) {
        StringBuilder html = new StringBuilder();
        for (String block : text.strip().split("\\n\\s*\\n")) {
            StringBuilder list = new StringBuilder();
            StringBuilder plain = new StringBuilder();
            for (String line : block.split("\\n")) {
                if (line.startsWith("- ")) {
                    list.append("<li>")
                            .append(Entities.escape(line.substring(2)))
                            .append("</li>");
                } else {
                    plain.append(plain.isEmpty() ? "" : " ").append(Entities.escape(line));
                }
            }
            html.append(plain.isEmpty() ? "" : "<p>" + plain + "</p>\n");
            html.append(list.isEmpty() ? "" : "<ul>" + list + "</ul>\n");
        }
        return html.toString();
    }
}
