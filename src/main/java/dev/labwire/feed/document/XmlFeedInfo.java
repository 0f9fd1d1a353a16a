package dev.labwire.feed.document;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads what the head of an XML feed says of the whole. */
final class XmlFeedInfo {

    private final XmlFields channel;

    XmlFeedInfo(XmlFields channel) {
        this.channel = channel;
    }

    FeedInfo read() {
        return new FeedInfo(
                channel.line("title", "dc:title"),
                channel.line("description", "subtitle", "tagline", "dc:description", "abstract", "itunes:summary"),
                channel.link(),
                channel.related("self"),
                language(),
                author(),
                image(),
                channel.categories(),
                new PaceHints(longest(timeToLive(), updatePeriod()), skipHours(), skipDays()));
    }

    private @Nullable String language() {
        String given = channel.text("language", "dc:language");
        for (Element at = channel.element(); given == null && at != null; at = at.parent()) {
            given = XmlFields.filled(at.attr("xml:lang"));
        }
        return given;
    }

    private @Nullable String author() {
        String given = channel.people(
                "author",
                "itunes:author",
                "googleplay:author",
                "dc:creator",
                "dc:author",
                "managingeditor",
                "webmaster");
        return given == null ? channel.people("itunes:owner", "googleplay:owner") : given;
    }

    private @Nullable String image() {
        for (Element image : channel.all("image", "logo", "icon", "itunes:image", "googleplay:image")) {
            String address = Stream.of(
                            image.attr("href"),
                            image.select("> url").text(),
                            image.children().isEmpty() ? image.wholeText() : "")
                    .map(text -> channel.resolved(image, text))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (address != null) {
                return address;
            }
        }
        return null;
    }

    private @Nullable Duration timeToLive() {
        String minutes = channel.text("ttl");
        return minutes != null && minutes.matches("\\d{1,7}") ? Duration.ofMinutes(Long.parseLong(minutes)) : null;
    }

    private @Nullable Duration updatePeriod() {
        String period = channel.text("sy:updateperiod");
        String frequency = Objects.requireNonNullElse(channel.text("sy:updatefrequency"), "1");
        return PaceWords.period(period, frequency);
    }

    private Set<Integer> skipHours() {
        Set<Integer> hours = new HashSet<>();
        for (Element hour : channel.all("skiphours").stream()
                .flatMap(list -> list.children().stream())
                .toList()) {
            String text = hour.text().strip();
            if (text.matches("\\d{1,2}") && Integer.parseInt(text) <= 24) {
                hours.add(Integer.parseInt(text) % 24);
            }
        }
        return hours;
    }

    private Set<DayOfWeek> skipDays() {
        Set<DayOfWeek> days = new HashSet<>();
        for (Element day : channel.all("skipdays").stream()
                .flatMap(list -> list.children().stream())
                .toList()) {
            PaceWords.day(day.text()).ifPresent(days::add);
        }
        return days;
    }

    private static @Nullable Duration longest(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) > 0 ? one : other;
    }
}
