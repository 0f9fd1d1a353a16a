package dev.labwire.timeline.form;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectWriter;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.timeline.event.TimelineEvent;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * A calendar after RFC 5545: each event on the days it can have happened on, without a date on the day it was first seen.
 * Nobody is busy for it; what was denied is cancelled, what is not sure is tentative.
 */
final class CalendarForm implements EventForm {

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final FormHead head;
    private final VObjectWriter lines;

    CalendarForm(FormHead head, OutputStream to) throws IOException {
        this.head = head;
        lines = new VObjectWriter(
                new OctetFolding(new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8))),
                SyntaxStyle.NEW);
        lines.getFoldedLineWriter().setLineLength(null);
        lines.writeBeginComponent("VCALENDAR");
        lines.writeVersion("2.0");
        lines.writeProperty("PRODID", "-//Labwire//Timeline//EN");
        lines.writeProperty("CALSCALE", "GREGORIAN");
        text("NAME", FormHead.TITLE);
        text("X-WR-CALNAME", FormHead.TITLE);
        text("DESCRIPTION", FormHead.ABOUT);
        property("REFRESH-INTERVAL", "DURATION", "PT1H");
        property("SOURCE", "URI", head.self().toString());
        lines.writeProperty("LAST-MODIFIED", instant(head.updated()));
    }

    @Override
    public void event(TimelineEvent event) throws IOException {
        OccurredOn date = event.occurredOn();
        LocalDate first = date == null ? LocalDate.ofInstant(event.firstSeenAt(), ZoneOffset.UTC) : date.firstDay();
        LocalDate last = date == null ? first : date.lastDay();
        lines.writeBeginComponent("VEVENT");
        lines.writeProperty("UID", Texts.id(event));
        lines.writeProperty("DTSTAMP", instant(event.updatedAt()));
        lines.writeProperty("CREATED", instant(event.firstSeenAt()));
        lines.writeProperty("LAST-MODIFIED", instant(event.updatedAt()));
        property("DTSTART", "DATE", DATE.format(first));
        property("DTEND", "DATE", DATE.format(last.plusDays(1)));
        text("SUMMARY", event.headline());
        text("DESCRIPTION", Texts.plain(event));
        lines.writeProperty("URL", Texts.link(event, head.home()).replaceAll("\\s", ""));
        lines.writeProperty("CATEGORIES", String.join(",", Texts.tags(event)));
        lines.writeProperty("STATUS", status(event));
        lines.writeProperty("TRANSP", "TRANSPARENT");
        lines.writeEndComponent("VEVENT");
    }

    private static String status(TimelineEvent event) {
        return switch (event.status()) {
            case CONFIRMED -> "CONFIRMED";
            case REPORTED, RUMORED -> "TENTATIVE";
            case DENIED -> "CANCELLED";
        };
    }

    private static String instant(Instant instant) {
        return INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
    }

    private void text(String name, String value) throws IOException {
        lines.writeProperty(name, VObjectPropertyValues.escape(Texts.xml(value).replace("\r", "")));
    }

    private void property(String name, String valueType, String value) throws IOException {
        VObjectProperty property = new VObjectProperty(name, value);
        property.getParameters().put("VALUE", valueType);
        lines.writeProperty(property);
    }

    @Override
    public void end() throws IOException {
        lines.writeEndComponent("VCALENDAR");
        lines.flush();
    }
}
