package dev.labwire.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

/**
 * The packaged service under load, with 100,000 events made of 400,000 mentions:
 * {@code ./mvnw -q -Pbench -DskipTests package exec:exec -Dbench=dev.labwire.timeline.LoadBenchmark}. Requests are sent at
 * fixed times, whether or not earlier ones are answered, and their latency counts from the time they were due. The
 * arguments are the number of events and of mentions, and a folder to keep the database in.
 */
public final class LoadBenchmark {

    private static final long SEED = 42;
    private static final int RATE = 200;
    private static final int SECONDS = 30;
    private static final int WARM_UP_SECONDS = 5;
    /** until the database has tidied up behind the placing, and the code that answers is compiled */
    private static final int SETTLING_SECONDS = 60;
    private static final String PASSWORD = "benchmark";
    private static final String HEAP = "-Xmx768m";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final String base;
    private final Path folder;

    private LoadBenchmark(Path folder, int port) {
        this.folder = folder;
        this.base = "http://127.0.0.1:" + port;
    }

    public static void main(String[] arguments) throws Exception {
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int mentions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 400_000;
        Path folder = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("labwire-load");
        new LoadBenchmark(folder, freePort()).run(events, mentions);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void run(int events, int mentions) throws Exception {
        Path data = folder.resolve("data");
        if (!Files.exists(data)) {
            generate(data, events, mentions);
        }
        AtomicReference<String> feed = new AtomicReference<>(feed(List.of()));
        HttpServer publisher = publisher(feed);
        Path feeds = folder.resolve("feeds.yaml");
        Files.writeString(feeds, """
                feeds:
                  - id: wire
                    title: Wire
                    url: http://127.0.0.1:%d/feed.xml
                    interval: P1D
                """.formatted(publisher.getAddress().getPort()));
        Process service = start(data, feeds);
        try {
            awaitReady();
            awaitPlaced();
            measure();
            placeOneByOne(feed);
        } finally {
            service.destroy();
            service.waitFor(20, TimeUnit.SECONDS);
            publisher.stop(0);
        }
    }

    private static void generate(Path data, int events, int mentions) throws SQLException {
        Instant start = Instant.now();
        String database = "jdbc:h2:file:" + data.toAbsolutePath().resolve("labwire");
        new GeneratedNews(SEED).fill(database, events, mentions);
        print("%d stories in %d mentions generated in %s", events, mentions, since(start));
    }

    private Process start(Path data, Path feeds) throws IOException {
        Path jar = Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, HEAP, "-jar", jar.toString());
        builder.environment().put("QUARKUS_HTTP_PORT", base.substring(base.lastIndexOf(':') + 1));
        builder.environment().put("LABWIRE_DATA_DIR", data.toAbsolutePath().toString());
        builder.environment().put("LABWIRE_FEEDS_FILE", feeds.toAbsolutePath().toString());
        builder.environment().put("LABWIRE_ADMIN_PASSWORD", PASSWORD);
        builder.environment().put("LABWIRE_EXTRACTION_AUTOMATIC_REREAD", "false");
        builder.environment().put("LABWIRE_NET_ALLOWED_NETWORKS", "127.0.0.1/32");
        builder.environment().put("LABWIRE_POLL_HOST_SPACING", "PT0S");
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("service.log").toFile());
        return builder.start();
    }

    private void awaitReady() throws InterruptedException {
        Instant start = Instant.now();
        while (true) {
            try {
                if (get("/q/health/ready").statusCode() == 200) {
                    print("ready after %s", since(start));
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(200);
            }
        }
    }

    private void awaitPlaced() throws IOException, InterruptedException {
        Instant start = Instant.now();
        while (progress().get("waiting").asLong() > 0) {
            Thread.sleep(3_000);
        }
        print("everything placed after %s; a batch of up to 50 articles took %.1f ms on average", since(start), 1000
                * metric("labwire_placing_batch_seconds_sum")
                / Math.max(1, metric("labwire_placing_batch_seconds_count")));
        Instant index = Instant.now();
        get("/api/v1/events?q=first");
        print("search index complete after another %s", since(index));
    }

    private void measure() throws Exception {
        send(RATE, SETTLING_SECONDS, number -> "/api/v1/events");
        latency("first page", RATE, number -> "/api/v1/events");
        String deep = deepCursor();
        latency("deep page", RATE, number -> "/api/v1/events?cursor=" + deep);
        List<String> words = words();
        Random chance = new Random(SEED);
        latency("q", 100, number -> "/api/v1/events?q=" + words.get(chance.nextInt(words.size())));
        latency("q of two words", 100, number -> "/api/v1/events?q=" + words.get(chance.nextInt(words.size())) + "%20"
                + words.get(chance.nextInt(words.size())));
        latency("q that everything answers", 10, number -> "/api/v1/events?q=company");
        String organization = item("/api/v1/events?type=people_move&limit=1").at("/move/from/id").asText();
        String person = item("/api/v1/events?type=people_move&limit=1").at("/move/person/id").asText();
        latency("organization", 50, number -> "/api/v1/events?organization=" + organization);
        latency("rare organization", 20, number -> "/api/v1/events?organization=nobody-at-all");
        latency("person", 100, number -> "/api/v1/events?person=" + person);
        latency("status=reported&type=deal", 20, number -> "/api/v1/events?status=reported&type=deal");
        latency("facets", 2, number -> "/api/v1/events?facets=type,kind,status,organization");
        latency("first page again", RATE, number -> "/api/v1/events");
        export("jsonl");
        export("csv");
    }

    private void latency(String what, int rate, IntFunction<String> path) throws InterruptedException {
        send(rate, WARM_UP_SECONDS, path);
        long[] nanos = send(rate, SECONDS, path);
        Arrays.sort(nanos);
        print("%-28s %4d/s  p50 %7.2f ms  p99 %7.2f ms  max %7.2f ms  (%d requests)", what, rate, millis(nanos, 0.5),
                millis(nanos, 0.99), millis(nanos, 1), nanos.length);
    }

    private static double millis(long[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))] / 1e6;
    }

    private long[] send(int rate, int seconds, IntFunction<String> path) throws InterruptedException {
        int all = rate * seconds;
        long[] nanos = new long[all];
        CountDownLatch open = new CountDownLatch(all);
        AtomicInteger failures = new AtomicInteger();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        long start = System.nanoTime() + 50_000_000;
        for (int number = 0; number < all; number++) {
            int own = number;
            long due = start + 1_000_000_000L * number / rate;
            HttpRequest request = request(path.apply(number)).build();
            timer.schedule(
                    () -> {
                        CompletableFuture<HttpResponse<byte[]>> answer =
                                client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
                        answer.whenComplete((response, failure) -> {
                            nanos[own] = System.nanoTime() - due;
                            if (failure != null || response.statusCode() != 200) {
                                failures.incrementAndGet();
                            }
                            open.countDown();
                        });
                    },
                    due - System.nanoTime(),
                    TimeUnit.NANOSECONDS);
        }
        open.await();
        timer.shutdown();
        if (failures.get() > 0) {
            print("%d requests FAILED", failures.get());
        }
        return nanos;
    }

    private String deepCursor() throws IOException, InterruptedException {
        String cursor = "";
        int passed = 0;
        String last = "";
        while (true) {
            JsonNode page = mapper.readTree(
                    get("/api/v1/events?limit=500&fields=id" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)).body());
            passed += page.get("items").size();
            if (page.get("next").isNull()) {
                print("%d events on the default list; the deep page stands behind all but the last 500 or fewer", passed);
                return last;
            }
            last = cursor = page.get("next").asText();
        }
    }

    private List<String> words() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        JsonNode page = mapper.readTree(get("/api/v1/events?limit=500&fields=headline").body());
        page.get("items").forEach(item -> words.add(item.get("headline").asText().split(" ")[0]));
        return words;
    }

    private JsonNode item(String path) throws IOException, InterruptedException {
        return mapper.readTree(get(path).body()).get("items").get(0);
    }

    private void export(String form) throws IOException, InterruptedException {
        Instant start = Instant.now();
        long bytes = 0;
        HttpResponse<InputStream> answer = client.send(
                request("/api/v1/events." + form + "?salience=any").build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
            }
        }
        print("%s of everything: %.1f MB in %s, %s", form, bytes / 1e6, since(start), HEAP);
    }

    /** New articles, one at a time, through the whole pipeline; what counts is the commit that places each. */
    private void placeOneByOne(AtomicReference<String> feed) throws IOException, InterruptedException {
        List<String> items = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            items.add("""
                    <item><title>Anthropic hires Jane Doe%1$s from OpenAI</title>
                    <link>http://127.0.0.1/article/%1$d</link><guid>%1$d</guid>
                    <pubDate>Tue, 19 May 2026 09:00:00 GMT</pubDate>
                    <description>Jane Doe%1$s, a researcher at OpenAI, has joined Anthropic, the company said.</description></item>
                    """.formatted(number));
            feed.set(feed(items));
            double sum = metric("labwire_placing_batch_seconds_sum");
            double count = metric("labwire_placing_batch_seconds_count");
            client.send(
                    request("/api/v1/admin/feeds/wire/poll")
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            Instant start = Instant.now();
            while (metric("labwire_placing_batch_seconds_count") == count && since(start).compareTo(Duration.ofSeconds(20)) < 0) {
                Thread.sleep(100);
            }
            millis.add(1000 * (metric("labwire_placing_batch_seconds_sum") - sum));
        }
        print("placing one new article, ms: %s", millis.stream().map(one -> "%.1f".formatted(one)).toList());
    }

    private static String feed(List<String> items) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Wire</title><link>http://127.0.0.1/</link>"
                + "<description>Wire</description>" + String.join("", items) + "</channel></rss>";
    }

    private static HttpServer publisher(AtomicReference<String> feed) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = feed.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private JsonNode progress() throws IOException, InterruptedException {
        return mapper.readTree(get("/api/v1/admin/reextract").body());
    }

    private double metric(String name) throws IOException, InterruptedException {
        return get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        String credentials = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return path.contains("/admin/") ? request.header("Authorization", "Basic " + credentials) : request;
    }

    private static Duration since(Instant start) {
        return Duration.between(start, Instant.now()).truncatedTo(ChronoUnit.MILLIS);
    }

    private static void print(String format, Object... arguments) {
        System.out.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + format.formatted(arguments));
    }
}
