package dev.labwire.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The outlets, read from the bundled files when first asked for. */
@Singleton
class Newsroom {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private volatile List<Outlet> outlets = List.of();

    /** Every outlet, in the order of the index. */
    List<Outlet> outlets() {
        if (outlets.isEmpty()) {
            outlets = read("/demo/newsroom.yaml", new TypeReference<List<String>>() {}).stream()
                    .map(id -> read("/demo/newsroom/" + id + ".yaml", new TypeReference<Outlet>() {}))
                    .toList();
        }
        return outlets;
    }

    Optional<Outlet> outlet(String id) {
        return outlets().stream().filter(outlet -> outlet.id().equals(id)).findFirst();
    }

    Optional<Outlet.Story> story(String slug) {
        return outlets().stream()
                .flatMap(outlet -> outlet.articles().stream())
                .filter(story -> story.slug().equals(slug))
                .findFirst();
    }

    private static <T> T read(String file, TypeReference<T> type) {
        try (InputStream in = Newsroom.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the newsroom file " + file + " is missing");
            }
            return YAML.readValue(in, type);
        } catch (IOException broken) {
            throw new UncheckedIOException("the newsroom file " + file + " cannot be read", broken);
        }
    }
}
