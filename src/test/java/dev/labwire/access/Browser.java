package dev.labwire.access;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser in which the admin has signed in: keeps the cookie, and knows the word that guards forms. */
public final class Browser {

    private static final Pattern WORD = Pattern.compile("name=\"csrf\" value=\"(\\w+)\"");

    private final String cookie;

    private Browser(String cookie) {
        this.cookie = cookie;
    }

    /** Signs in. */
    public static Browser signedIn() {
        return new Browser(signIn("admin", "test-password").cookie(SessionCookie.NAME));
    }

    /** What the sign-in page answers. */
    public static Response signIn(String name, String password) {
        return given().redirects()
                .follow(false)
                .formParam("name", name)
                .formParam("password", password)
                .post("/sign-in");
    }

    /** The token of the session. */
    public String cookie() {
        return cookie;
    }

    /** A request with the cookie. */
    public RequestSpecification with() {
        return given().redirects().follow(false).cookie(SessionCookie.NAME, cookie);
    }

    /** The word that the forms of a page carry. */
    public String word(String page) {
        Matcher word = WORD.matcher(with().get(page).asString());
        if (!word.find()) {
            throw new AssertionError("no form on " + page);
        }
        return word.group(1);
    }

    /** A request that sends a form of this page. */
    public RequestSpecification form(String page) {
        return with().formParam(Csrf.FIELD, word(page));
    }
}
