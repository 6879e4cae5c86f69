package plain;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.view.RedirectView;

/** The naive way of what Camunda has no page for, each with the libraries' own defaults: the holes of any portal. */
@RestController
@RequestMapping("/naive")
class NaivePages {

    private final Path folder = Path.of(System.getProperty("plain.folder"));
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final JdbcTemplate jdbc;

    NaivePages(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Bound as it is sent. */
    public static class Person {
        private String name = "";
        private String role = "liaison";

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public String getRole() {
            return role;
        }

        public void setRole(String role) {
            this.role = role;
        }
    }

    @PostMapping("/people")
    Person register(@ModelAttribute Person person) {
        people.put(person.getName(), person);
        return people.get(person.getName());
    }

    @PostMapping("/sign-in")
    String signIn(@RequestParam String name, HttpSession session) {
        session.setAttribute("name", name);
        return "signed in";
    }

    @GetMapping("/me")
    String me(HttpSession session) {
        return "I am " + session.getAttribute("name");
    }

    @GetMapping("/reports/{id}")
    String report(@PathVariable int id) {
        return List.of("report of unit one", "report of unit two").get(id);
    }

    @GetMapping("/go")
    RedirectView go(@RequestParam String to) {
        return new RedirectView(to);
    }

    @GetMapping("/password-mail")
    String passwordMail(HttpServletRequest request) {
        return "Choose a new password at " + request.getRequestURL();
    }

    @GetMapping(value = "/search", produces = "text/html")
    String search(@RequestParam String text) {
        String query = "select id_ from act_id_user where id_ = '" + text + "'";
        return "<p>Found for " + text + ": " + jdbc.queryForList(query);
    }

    @PostMapping("/files")
    String upload(@RequestParam MultipartFile file) throws IOException {
        Path stored = folder.resolve(file.getOriginalFilename());
        Files.write(stored, file.getBytes());
        return stored.toString();
    }

    @GetMapping("/files")
    ResponseEntity<byte[]> download(@RequestParam String name) throws IOException {
        return ResponseEntity.ok()
                .contentType(MediaTypeFactory.getMediaType(name).orElseThrow())
                .body(Files.readAllBytes(folder.resolve(name)));
    }

    /** The texts of an office file's parts, which are XML in a ZIP. */
    @PostMapping("/office-files")
    Map<String, String> read(@RequestBody byte[] file) throws Exception {
        Map<String, String> texts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                byte[] inflated = zip.readAllBytes();
                texts.put(part.getName() + " bytes", String.valueOf(inflated.length));
                if (part.getName().endsWith(".xml")) {
                    texts.put(part.getName(), text(inflated));
                }
            }
        }
        return texts;
    }

    @PostMapping("/xml")
    String text(@RequestBody byte[] xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement()
                .getTextContent();
    }

    @GetMapping(value = "/table.csv", produces = "text/csv")
    String table(@RequestParam String goal) {
        return "number,goal\n1," + goal + "\n";
    }
}
