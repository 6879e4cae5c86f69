package org.supervision.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.mock.web.MockMultipartHttpServletRequest;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/** With a virus scanner no file gets past it, whatever becomes of the scanner. */
class ScannedUploadsTests {

    /** Takes one file as clamd does; what it was given is the result. */
    private static CompletableFuture<byte[]> clamd(ServerSocket server, String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket caller = server.accept()) {
                DataInputStream in = new DataInputStream(caller.getInputStream());
                byte[] command = in.readNBytes("zINSTREAM\0".length());
                assertThat(new String(command, StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    file.write(in.readNBytes(length));
                }
                caller.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
                return file.toByteArray();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static boolean goesOn(VirusScanner scanner, byte[]... files) throws IOException {
        MockMultipartHttpServletRequest upload = new MockMultipartHttpServletRequest();
        for (byte[] file : files) {
            upload.addFile(new MockMultipartFile("file", "name.docx", null, file));
        }
        return new ScannedUploads(scanner).preHandle(upload, new MockHttpServletResponse(), new Object());
    }

    private static VirusScanner at(ServerSocket server) {
        return new VirusScanner("127.0.0.1", server.getLocalPort(), 2000);
    }

    @Test
    void aCleanFileGoesOnAndWasSeenWhole() throws Exception {
        byte[] file = new byte[100_000];
        new Random(1).nextBytes(file);
        try (ServerSocket server = server()) {
            CompletableFuture<byte[]> seen = clamd(server, "stream: OK");

            assertThat(goesOn(at(server), file)).isTrue();
            assertThat(seen.get()).isEqualTo(file);
        }
    }

    @Test
    void anInfectedOneIsRefusedWithWhatWasFound() throws Exception {
        try (ServerSocket server = server()) {
            clamd(server, "stream: Win.Test.EICAR_HDB-1 FOUND");

            assertThatThrownBy(() -> goesOn(at(server), new byte[] {1}))
                    .isInstanceOfSatisfying(DomainException.class, refusal -> {
                        assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
                        assertThat(refusal.code()).isEqualTo("workflow.problem.infected");
                        assertThat(refusal.arguments()).containsExactly("Win.Test.EICAR_HDB-1");
                    });
        }
    }

    @Test
    void whereNobodyCouldLookNothingIsTaken() throws Exception {
        List<VirusScanner> useless = new ArrayList<>();
        try (ServerSocket busy = server();
                ServerSocket closed = server()) {
            clamd(busy, "INSTREAM size limit exceeded. ERROR");
            useless.add(at(busy));
            closed.close();
            useless.add(at(closed));
            try (ServerSocket silent = server()) {
                useless.add(new VirusScanner("127.0.0.1", silent.getLocalPort(), 50));
                for (VirusScanner scanner : useless) {
                    assertThatThrownBy(() -> goesOn(scanner, new byte[] {1}))
                            .isInstanceOfSatisfying(DomainException.class, refusal -> assertThat(refusal.kind())
                                    .isEqualTo(Kind.UNAVAILABLE));
                }
            }
        }
    }

    @Test
    void withoutOneAndWithoutFilesNobodyIsAsked() throws IOException {
        assertThat(goesOn(new VirusScanner("", 3310, 50), new byte[] {1})).isTrue();
        assertThat(new ScannedUploads(new VirusScanner("127.0.0.1", 1, 50))
                        .preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), new Object()))
                .isTrue();
    }
}
