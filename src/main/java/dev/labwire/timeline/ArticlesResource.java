package dev.labwire.timeline;

import dev.labwire.problem.ProblemException;
import dev.labwire.text.CanonicalUrl;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the house knows of an article. */
@Path("/api/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
class ArticlesResource {

    private static final String ADMIN = "admin";

    private final ArticleRows articles;
    private final SecurityIdentity identity;

    ArticlesResource(ArticleRows articles, SecurityIdentity identity) {
        this.articles = articles;
        this.identity = identity;
    }

    @GET
    @Operation(
            summary = "One article, and every mention found in it",
            description = "An admin is shown the stored text too, and for each mention why the engine made it.")
    @Parameter(
            name = "url",
            in = ParameterIn.QUERY,
            required = true,
            description = "Address of the article",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The article")
    @APIResponse(responseCode = "400", description = "No address is given")
    @APIResponse(responseCode = "404", description = "No feed has brought this article")
    public ArticleReport one(@Context UriInfo uri) {
        Parameters given = new Parameters(uri.getQueryParameters(), Set.of("url"));
        String url = given.one("url");
        if (url == null && !given.has("url")) {
            given.wrong("url", "must be given");
        }
        given.check();
        return articles.find(spellings(url == null ? "" : url), identity.hasRole(ADMIN))
                .orElseThrow(() -> ProblemException.notFound("No feed has brought the article '" + url + "'."));
    }

    /** The address as given and in the forms it may be stored in. */
    private static List<String> spellings(String url) {
        CanonicalUrl address = CanonicalUrl.of(url);
        Stream<String> schemes = Stream.of("https://", "https://www.", "http://", "http://www.");
        return Stream.concat(
                        Stream.of(url, address.url()),
                        schemes.flatMap(scheme -> Stream.of(scheme + address.key(), scheme + address.key() + "/")))
                .distinct()
                .toList();
    }
}
