package org.supervision.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.supervision.tables.read.SharedDocuments;

/**
 * Tells what a page in English still says in Chinese by itself: whatever is not what a city has written, and not marked as
 * Chinese.
 */
final class OtherLanguage {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");
    private static final List<String> SPOKEN = List.of("title", "aria-label", "placeholder", "alt", "data-label");

    private final String written;

    OtherLanguage() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path source : List.of(
                Path.of("src/main/resources/demo/city.json"),
                Path.of("src/main/resources/demo/accounts.properties"),
                Path.of("src/main/resources/demo/gallery.yaml"),
                Path.of("src/test/java/org/supervision/browser/CatalogueScene.java"),
                SharedDocuments.find("seeds/000"),
                SharedDocuments.find("seeds/004"))) {
            all.append(Files.readString(source));
        }
        written = all.toString();
    }

    List<String> leftOver(Document page) {
        List<String> found = new ArrayList<>();
        page.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode text && !isMarked(text.parent())) {
                    look(text.text(), found);
                } else if (node instanceof Element element && !isMarked(element)) {
                    SPOKEN.forEach(attribute -> look(element.attr(attribute), found));
                }
            }
        });
        return found;
    }

    private void look(String text, List<String> found) {
        if (CHINESE.matcher(text).results().anyMatch(run -> !written.contains(run.group()))) {
            found.add(text.strip());
        }
    }

    private static boolean isMarked(Node node) {
        for (Node each = node; each != null; each = each.parent()) {
            if (each.attr("lang").startsWith("zh") || each.nodeName().matches("script|style|template")) {
                return true;
            }
        }
        return false;
    }
}
