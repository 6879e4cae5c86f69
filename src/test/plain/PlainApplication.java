package plain;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A plain Camunda application as Camunda's own page of starters makes it: what the known holes are shown to bite. */
@SpringBootApplication
public class PlainApplication {

    public static void main(String... arguments) {
        SpringApplication.run(PlainApplication.class, arguments);
    }
}
