package org.supervision.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.yaml.snakeyaml.Yaml;

/** Shows every component of the portal with invented data, to be looked at and photographed. */
@Controller
@Profile("demo")
class GalleryController {

    private final Gallery gallery;

    GalleryController() throws IOException {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .build();
        try (InputStream data = new ClassPathResource("demo/gallery.yaml").getInputStream()) {
            gallery = mapper.convertValue(new Yaml().load(data), Gallery.class);
        }
    }

    @GetMapping("/demo/gallery")
    String components(Model model) {
        model.addAttribute("g", gallery);
        model.addAttribute("simulatedNow", gallery.simulatedNow());
        model.addAttribute("shell", gallery.shell());
        model.addAttribute("inboxCount", gallery.inboxCount());
        return "demo/gallery";
    }

    @GetMapping(path = "/demo/gallery-cycle.bpmn", produces = "application/xml")
    @ResponseBody
    ClassPathResource diagram() {
        return new ClassPathResource("demo/gallery-cycle.bpmn");
    }

    /** One screen of the gallery: desk, report, public-list or sign-in. */
    @GetMapping("/demo/gallery/{screen:desk|report|public-list|sign-in}")
    String screen(@PathVariable String screen, Model model) {
        components(model);
        if (screen.equals("sign-in")) {
            model.addAttribute("governmentName", gallery.shell().governmentName());
            model.addAttribute("highlights", gallery.highlights());
            return "identity/sign-in";
        }
        return "demo/gallery-" + screen;
    }
}
