package org.supervision.reporting.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.reporting.EvidenceFiles;
import org.supervision.reporting.EvidencePolicy;
import org.supervision.reporting.EvidenceType;
import org.supervision.shared.DomainException;
import org.supervision.workflow.Refusals;

/** The files of a report or part that is drafted: a block of its form, and a page of its own where scripts are off. */
@Controller
@RequestMapping("/work-items/{id}/attachments")
class EvidencePageController {

    private final EvidenceFiles evidence;
    private final Refusals words;

    EvidencePageController(EvidenceFiles evidence, Refusals words) {
        this.evidence = evidence;
        this.words = words;
    }

    @GetMapping
    String show(
            @PathVariable String id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partOfPage,
            Model model) {
        model.addAttribute("itemId", id);
        model.addAttribute("files", evidence.drafted(id));
        model.addAttribute("largest", EvidencePolicy.LARGEST);
        model.addAttribute("mostFiles", EvidencePolicy.MOST_FILES);
        model.addAttribute("mostBytes", EvidencePolicy.MOST_BYTES);
        boolean pictures = evidence.takesPicturesOnly(id);
        model.addAttribute("pictures", pictures);
        // Named one by one, so that telephones that keep other kinds of pictures send one of these.
        model.addAttribute(
                "accepted",
                pictures
                        ? Stream.of(EvidenceType.values())
                                .filter(EvidenceType::picture)
                                .map(EvidenceType::mediaType)
                                .collect(Collectors.joining(","))
                        : EvidencePolicy.extensions()
                                .map(extension -> "." + extension)
                                .collect(Collectors.joining(",")));
        return partOfPage ? "reporting/evidence :: block" : "reporting/evidence";
    }

    /** Those that are taken stay even if others of the same go are refused; each refusal is said. */
    @PostMapping
    String attach(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<MultipartFile> file,
            RedirectAttributes after)
            throws IOException {
        List<String> refused = new ArrayList<>();
        for (MultipartFile sent : file) {
            try (InputStream content = sent.getInputStream()) {
                evidence.attach(id, Objects.requireNonNullElse(sent.getOriginalFilename(), ""), content);
            } catch (DomainException refusal) {
                refused.add(words.message(refusal));
            }
        }
        after.addFlashAttribute("refused", refused);
        return "redirect:/work-items/" + id + "/attachments";
    }

    @PostMapping("/{evidenceId}/removal")
    String remove(@PathVariable String id, @PathVariable String evidenceId, RedirectAttributes after) {
        try {
            evidence.remove(id, evidenceId);
        } catch (DomainException refusal) {
            after.addFlashAttribute("refused", List.of(words.message(refusal)));
        }
        return "redirect:/work-items/" + id + "/attachments";
    }

    /** Where a reload or another language leads. */
    @GetMapping("/{evidenceId}/removal")
    String again(@PathVariable String id) {
        return "redirect:/work-items/" + id + "/attachments";
    }
}
