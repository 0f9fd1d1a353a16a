package dev.labwire.caching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Gives every JSON answer to a read an ETag, made of its text, and answers 304 to a client that has it. It is a weak one, for the
 * bytes of a compressed answer are others (RFC 9110, section 8.8.1).
 */
final class EntityTags {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final ObjectMapper mapper;

    EntityTags(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @ServerResponseFilter
    void tag(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (!readOfJson(request, response)) {
            return;
        }
        String body =
                response.getEntity() instanceof String text ? text : mapper.writeValueAsString(response.getEntity());
        String tag = versioned(response, hash(body));
        response.getHeaders().putSingle(HttpHeaders.ETAG, new EntityTag(tag, true));
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (has(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setEntity(null);
            response.setStatus(NOT_MODIFIED);
        } else {
            response.setEntity(body, null, MediaType.APPLICATION_JSON_TYPE);
        }
    }

    /** Where the resource says which version it answers, the tag begins with that, so that a change can be tied to it. */
    private static String versioned(ContainerResponseContext response, String hash) {
        Object version = response.getHeaders().getFirst(HttpHeaders.ETAG);
        return version instanceof EntityTag given ? given.getValue() + "-" + hash : hash;
    }

    private static boolean readOfJson(ContainerRequestContext request, ContainerResponseContext response) {
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && request.getUriInfo().getPath().startsWith("/api/v1/")
                && response.getStatus() == OK
                && response.hasEntity()
                && ofJson(response);
    }

    /** The type of an answer that is built by hand is not settled yet: unless it names another one, it is JSON. */
    private static boolean ofJson(ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        Object named = response.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        return type != null
                ? type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                : named == null || named.toString().startsWith(MediaType.APPLICATION_JSON);
    }

    private static boolean has(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .anyMatch(one ->
                                one.equals("*") || one.replaceFirst("^W/", "").equals('"' + tag + '"'));
    }

    private static String hash(String body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
