package dev.labwire.net.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A mail server that misbehaves on demand: for each step of a session a test sets a reply, that the connection is dropped, or
 * that nothing is said any more. It keeps what it has accepted.
 */
public final class ScriptedSmtp implements AutoCloseable {

    /** The steps of a session. */
    public enum Step {
        GREETING,
        EHLO,
        MAIL,
        RCPT,
        DATA,
        /** While the message is on its way. */
        BODY,
        /** The reply to the final dot. */
        DOT,
        /** Behind the reply to the final dot. */
        AFTER
    }

    /** Drops the connection. */
    public static final String DROP = "drop";

    /** Says nothing any more. */
    public static final String HANG = "hang";

    private static final Map<Step, String> GOOD = Map.of(
            Step.GREETING, "220 scripted",
            Step.EHLO, "250 scripted",
            Step.MAIL, "250 ok",
            Step.RCPT, "250 ok",
            Step.DATA, "354 go on",
            Step.DOT, "250 queued");

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<Step, String> script = new ConcurrentHashMap<>();
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final List<String> whole = new CopyOnWriteArrayList<>();
    private volatile int secured;
    private final List<Socket> sessions = new CopyOnWriteArrayList<>();

    public ScriptedSmtp() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        threads.execute(this::serve);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** From now on this step goes so. */
    public ScriptedSmtp on(Step step, String reply) {
        script.put(step, reply);
        return this;
    }

    /** From now on every step goes well. */
    public void behave() {
        script.clear();
    }

    /** The messages that it said it had queued. */
    public List<String> accepted() {
        return accepted;
    }

    /** The messages whose final dot it saw, whatever it said to that. */
    public List<String> whole() {
        return whole;
    }

    /** How many connections there were. */
    public int connections() {
        return sessions.size();
    }

    /** Drops all connections that are open. */
    public void dropAll() throws IOException {
        for (Socket session : sessions) {
            session.close();
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket session = server.accept();
                sessions.add(session);
                threads.execute(() -> talk(session));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket session) {
        try (session) {
            converse(session, false);
        } catch (IOException gone) {
            // the other side has hung up
        }
    }

    private void converse(Socket session, boolean greeted) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(session.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = session.getOutputStream();
        boolean going = greeted || reply(out, Step.GREETING);
        for (String line = going ? in.readLine() : null; line != null; line = going ? in.readLine() : null) {
            going = answer(line, session, in, out);
        }
    }

    /** From now on it offers STARTTLS, with a certificate that nobody vouches for. */
    public ScriptedSmtp offeringTls() {
        return on(Step.EHLO, "250-scripted\r\n250 STARTTLS");
    }

    private boolean secure(Socket session, OutputStream out) throws IOException {
        say(out, "220 go on");
        try (InputStream file = ScriptedSmtp.class.getResourceAsStream("/greenmail.p12")) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, "changeit".toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, "changeit".toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(session, null, 0, true);
            secure.setUseClientMode(false);
            secured++;
            converse(secure, true);
            return false;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** How many sessions went on in secret. */
    public int secured() {
        return secured;
    }

    private boolean answer(String line, Socket session, BufferedReader in, OutputStream out) throws IOException {
        String verb = line.split("[ :]")[0];
        return switch (verb) {
            case "EHLO", "HELO" -> reply(out, Step.EHLO);
            case "MAIL" -> reply(out, Step.MAIL);
            case "RCPT" -> reply(out, Step.RCPT);
            case "DATA" -> reply(out, Step.DATA) && (!said(Step.DATA).startsWith("354") || take(in, out));
            case "QUIT" -> false;
            case "STARTTLS" -> secure(session, out);
            default -> say(out, "250 ok");
        };
    }

    private boolean take(BufferedReader in, OutputStream out) throws IOException {
        if (script.containsKey(Step.BODY)) {
            in.readLine();
            return reply(out, Step.BODY);
        }
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return false;
            }
            message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        whole.add(message.toString());
        if (said(Step.DOT).startsWith("2")) {
            accepted.add(message.toString());
        }
        return reply(out, Step.DOT) && (!script.containsKey(Step.AFTER) || reply(out, Step.AFTER));
    }

    private String said(Step step) {
        return script.getOrDefault(step, GOOD.getOrDefault(step, ""));
    }

    private boolean reply(OutputStream out, Step step) throws IOException {
        return say(out, said(step));
    }

    private static boolean say(OutputStream out, String reply) throws IOException {
        if (reply.equals(DROP)) {
            return false;
        }
        if (!reply.equals(HANG)) {
            out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        server.close();
        dropAll();
        threads.shutdownNow();
    }
}
