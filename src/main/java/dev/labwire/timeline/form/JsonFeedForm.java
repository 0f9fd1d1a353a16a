package dev.labwire.timeline.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.labwire.timeline.event.TimelineEvent;
import java.io.IOException;
import java.io.OutputStream;

/** JSON Feed, version 1.1. */
final class JsonFeedForm implements EventForm {

    private static final JsonFactory JSON = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final FormHead head;
    private final JsonGenerator json;

    JsonFeedForm(FormHead head, OutputStream to) throws IOException {
        this.head = head;
        json = JSON.createGenerator(to);
        json.writeStartObject();
        json.writeStringField("version", "https://jsonfeed.org/version/1.1");
        json.writeStringField("title", FormHead.TITLE);
        json.writeStringField("description", FormHead.ABOUT);
        json.writeStringField("home_page_url", head.home().toString());
        json.writeStringField("feed_url", head.self().toString());
        json.writeArrayFieldStart("items");
    }

    @Override
    public void event(TimelineEvent event) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", Texts.id(event));
        json.writeStringField("url", Texts.link(event, head.home()));
        json.writeStringField("title", event.headline());
        json.writeStringField("content_html", Texts.html(event));
        json.writeStringField("date_published", Texts.published(event).toString());
        json.writeStringField("date_modified", event.updatedAt().toString());
        json.writeArrayFieldStart("tags");
        for (String tag : Texts.tags(event)) {
            json.writeString(tag);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }
}
