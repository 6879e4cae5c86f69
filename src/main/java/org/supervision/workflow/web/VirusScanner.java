package org.supervision.workflow.web;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/**
 * Has a virus scanner look at a file, as clamd is spoken to (command INSTREAM) and others that stand in for it. Without an
 * answer nothing is taken.
 */
@Component
class VirusScanner {

    private static final Logger log = LoggerFactory.getLogger(VirusScanner.class);

    private static final int CHUNK = 8192;
    private static final int CONNECT_MILLIS = 3000;
    private static final int ANSWER_MILLIS = 60_000;

    /** An answer is a line; more of it is not read. */
    private static final int LONGEST_ANSWER = 1000;

    private final String host;
    private final int port;
    private final int patience;

    /** @param host empty for none */
    @Autowired
    VirusScanner(@Value("${supervision.scanner.host}") String host, @Value("${supervision.scanner.port}") int port) {
        this(host, port, ANSWER_MILLIS);
    }

    /** @param patience milliseconds until an answer has to come */
    VirusScanner(String host, int port, int patience) {
        this.host = host;
        this.port = port;
        this.patience = patience;
    }

    boolean isThere() {
        return !host.isBlank();
    }

    /** @throws DomainException if something was found, or nobody could look */
    void look(InputStream file) {
        String answer;
        try (Socket scanner = new Socket()) {
            scanner.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            scanner.setSoTimeout(patience);
            answer = ask(scanner, file);
        } catch (IOException e) {
            log.error("The virus scanner {}:{} does not answer: {}", host, port, e.toString());
            throw new DomainException(Kind.UNAVAILABLE, "workflow.problem.scanner-unavailable");
        }
        if (answer.endsWith(" FOUND")) {
            throw DomainException.invalidField("file", "workflow.problem.infected", signature(answer));
        }
        if (!answer.equals("stream: OK")) {
            log.error("The virus scanner {}:{} could not look at a file: {}", host, port, signature(answer));
            throw new DomainException(Kind.UNAVAILABLE, "workflow.problem.scanner-unavailable");
        }
    }

    private static String ask(Socket scanner, InputStream file) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(scanner.getOutputStream()));
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        byte[] chunk = new byte[CHUNK];
        for (int read = file.read(chunk); read > 0; read = file.read(chunk)) {
            out.writeInt(read);
            out.write(chunk, 0, read);
        }
        out.writeInt(0);
        out.flush();
        return new String(scanner.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    /** {@code stream: Name-Of-What FOUND}, without anything that could pass for another line. */
    private static String signature(String answer) {
        return answer.replaceFirst("^stream: ", "").replaceFirst(" FOUND$", "").replaceAll("[^\\w.:/ -]", "_");
    }
}
