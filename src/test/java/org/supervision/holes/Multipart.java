package org.supervision.holes;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.supervision.workflow.Caller;

/** A file as the form of any page sends it. */
record Multipart(String field, String name, byte[] content, Map<String, String> fields) {

    private static final String BOUNDARY = "boundary-of-parts";

    static Multipart file(String field, String name, String content) {
        return new Multipart(field, name, content.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    HttpResponse<String> sendTo(Caller caller, String path) {
        StringBuilder others = new StringBuilder();
        fields.forEach((key, value) -> others.append(
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + key + "\"\r\n\r\n" + value + "\r\n"));
        byte[] head = (others + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field
                        + "\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[head.length + content.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(content, 0, body, head.length, content.length);
        System.arraycopy(tail, 0, body, head.length + content.length, tail.length);
        return caller.exchange(caller.request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body)));
    }
}
