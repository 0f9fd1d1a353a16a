package dev.labwire.access;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.restassured.RestAssured;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The table of all routes, and the routes that there are. */
final class Routes {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Routes() {}

    /**
     * A line of the table.
     *
     * @param ask a path that does no harm to be asked
     */
    record Route(String method, String path, String needs, String ask) {

        String name() {
            return method + " " + path;
        }

        /** The status of the answer to one who comes with this Authorization header, or without one. */
        int status(@Nullable String authorization) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + RestAssured.port + ask))
                    .method(method, HttpRequest.BodyPublishers.noBody());
            if (authorization != null) {
                request.header("Authorization", authorization);
            }
            try {
                return CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode();
            } catch (IOException failure) {
                throw new UncheckedIOException(name(), failure);
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        }
    }

    static List<Route> table() {
        try (InputStream table = Objects.requireNonNull(Routes.class.getResourceAsStream("/access/routes.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .map(line -> new Route(
                            line[0], line[1], line[2], line.length > 3 ? line[3] : line[1].replaceAll("\\{.*?}", "x")))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the resources of the house answer, read from their annotations. */
    static Set<String> ofResources() {
        Set<String> routes = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.labwire")) {
            if (type.isAnnotatedWith(Path.class)) {
                String root = type.getAnnotationOfType(Path.class).value();
                type.getMethods().forEach(method -> add(routes, root, method));
            }
        }
        return routes;
    }

    private static void add(Set<String> routes, String root, JavaMethod method) {
        String sub = method.tryGetAnnotationOfType(Path.class)
                .map(path -> "/" + path.value())
                .orElse("");
        String path =
                (root + sub).replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "").replace(": ", ":");
        method.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
                .forEach(annotation -> routes.add(annotation.getRawType().getSimpleName() + " " + path));
    }
}
