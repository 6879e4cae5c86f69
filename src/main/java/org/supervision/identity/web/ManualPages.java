package org.supervision.identity.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The manuals as the sources of the project have them, made into parts of pages once. */
@Component
class ManualPages {

    private static final String PICTURES = "/img/manuals/";

    /** Between two lines of Chinese there is no space. */
    private static final String BROKEN_LINE = "(?<=[^\\n|#])\\n *(?=[\\p{IsHan}\\u201C\\uFF08])";

    /**
     * One manual.
     *
     * @param body its markup: what was written in the sources, of which none is passed through as it stands
     */
    record ManualPage(Manual manual, String title, List<Chapter> chapters, String body) {}

    record Chapter(String id, String title) {}

    private final Map<Manual, ManualPage> pages = new EnumMap<>(Manual.class);

    ManualPages() {
        for (Manual manual : Manual.values()) {
            pages.put(manual, page(manual));
        }
    }

    ManualPage of(Manual manual) {
        return pages.get(manual);
    }

    List<ManualPage> all() {
        return List.copyOf(pages.values());
    }

    private static ManualPage page(Manual manual) {
        Node document = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(read(manual).replaceAll(BROKEN_LINE, ""));
        Heading first = (Heading) document.getFirstChild();
        String title = text(first);
        first.unlink();
        return new ManualPage(manual, title, chapters(document), rendered(document));
    }

    private static String read(Manual manual) {
        try (InputStream file = new ClassPathResource("manuals/" + manual.word() + ".md").getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Named as the renderer names them. */
    private static List<Chapter> chapters(Node document) {
        IdGenerator ids = IdGenerator.builder().build();
        List<Chapter> chapters = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                String title = text(heading);
                String id = ids.generateId(title);
                if (heading.getLevel() == 2) {
                    chapters.add(new Chapter(id, title));
                }
            }
        });
        return List.copyOf(chapters);
    }

    private static String rendered(Node document) {
        return HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create(), HeadingAnchorExtension.create()))
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (node instanceof TableBlock && tag.equals("table")) {
                        attributes.put("class", "table");
                    } else if (node instanceof Image) {
                        attributes.computeIfPresent(
                                "src", (name, source) -> source.replaceFirst("^pictures/", PICTURES));
                        attributes.put("loading", "lazy");
                    }
                })
                .build()
                .render(document);
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }
}
