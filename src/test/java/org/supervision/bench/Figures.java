package org.supervision.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The measured figures: one line each on standard output, all of them in {@code target/bench.json}. */
public class Figures {

    private static final MathContext DIGITS = new MathContext(4);

    /** One line of the result. */
    record Figure(String name, BigDecimal value, String unit) {}

    private final List<Figure> figures = new ArrayList<>();

    public void add(String name, double value, String unit) {
        figures.add(new Figure(name, new BigDecimal(value).round(DIGITS).stripTrailingZeros(), unit));
    }

    /** The median, and the spread as quartiles and extremes. */
    public void addSpread(String name, List<Double> samples, String unit) {
        add(name + ".median", quantile(samples, 0.5), unit);
        add(name + ".lower-quartile", quantile(samples, 0.25), unit);
        add(name + ".upper-quartile", quantile(samples, 0.75), unit);
        add(name + ".min", quantile(samples, 0), unit);
        add(name + ".max", quantile(samples, 1), unit);
    }

    public static double quantile(List<Double> samples, double share) {
        List<Double> sorted = samples.stream().sorted().toList();
        double position = share * (sorted.size() - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (position - below) * (sorted.get(above) - sorted.get(below));
    }

    /** Adds the figures to what another benchmark of the same run has written. */
    public void publish(String benchmark, Map<String, ?> conditions) throws IOException {
        figures.forEach(figure -> System.out.printf(
                "bench %s %s %s%n", figure.name(), figure.value().toPlainString(), figure.unit()));
        ObjectMapper json = new ObjectMapper();
        File file = Path.of("target", "bench.json").toFile();
        Map<String, Object> document = new LinkedHashMap<>();
        if (file.exists()) {
            document.putAll(json.readValue(file, new TypeReference<Map<String, Object>>() {}));
        }
        document.put(benchmark, Map.of("conditions", conditions, "figures", figures));
        json.writerWithDefaultPrettyPrinter().writeValue(file, document);
    }
}
