package org.supervision.browser;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The pictures the manuals show: renewed when {@code -Dpictures=write} says so, of few colours so that they stay small. */
final class ManualPictures {

    private static final Path MANUALS = Path.of("src/docs/manuals");
    private static final Pattern NAMED = Pattern.compile("\\(pictures/([^)]+)\\.png\\)");
    private static final int COLOURS = 256;

    /** Antialiased text has thousands of shades of a few colours. */
    private static final int SHADES = 0xF8F8F8;

    private final Set<String> named = new TreeSet<>();

    ManualPictures() throws IOException {
        if (!"write".equals(System.getProperty("pictures"))) {
            return;
        }
        try (Stream<Path> files = Files.list(MANUALS)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".md")).toList()) {
                NAMED.matcher(Files.readString(file)).results().forEach(found -> named.add(found.group(1)));
            }
        }
    }

    /** Of what fits into the window. */
    void take(String name, Page page) {
        if (!named.contains(name)) {
            return;
        }
        try {
            Path picture = MANUALS.resolve("pictures").resolve(name + ".png");
            Files.createDirectories(picture.getParent());
            Files.write(picture, small(page.screenshot()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] small(byte[] png) throws IOException {
        BufferedImage whole = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = whole.getRGB(0, 0, whole.getWidth(), whole.getHeight(), null, 0, whole.getWidth());
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= SHADES;
        }
        List<Integer> palette = Arrays.stream(pixels)
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
                .limit(COLOURS)
                .map(Map.Entry::getKey)
                .toList();
        BufferedImage few =
                new BufferedImage(whole.getWidth(), whole.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model(palette));
        Map<Integer, Integer> nearest = new HashMap<>();
        byte[] indexes = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            indexes[i] = (byte) (int) nearest.computeIfAbsent(pixels[i], colour -> nearest(colour, palette));
        }
        few.getRaster().setDataElements(0, 0, whole.getWidth(), whole.getHeight(), indexes);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ImageIO.write(few, "png", written);
        return written.toByteArray();
    }

    /** White stays white although shades were left out. */
    private static IndexColorModel model(List<Integer> palette) {
        byte[] red = new byte[palette.size()];
        byte[] green = new byte[palette.size()];
        byte[] blue = new byte[palette.size()];
        for (int i = 0; i < palette.size(); i++) {
            red[i] = full(palette.get(i) >> 16);
            green[i] = full(palette.get(i) >> 8);
            blue[i] = full(palette.get(i));
        }
        return new IndexColorModel(8, palette.size(), red, green, blue);
    }

    private static byte full(int channel) {
        int kept = channel & 0xF8;
        return (byte) (kept | kept >> 5);
    }

    private static int nearest(int colour, List<Integer> palette) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.size(); i++) {
            int distance = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int step = (colour >> shift & 0xFF) - (palette.get(i) >> shift & 0xFF);
                distance += step * step;
            }
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
