package org.supervision.identity.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.identity.Government;
import org.supervision.identity.Governments;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.PostGrants;
import org.supervision.identity.PostGrants.Pending;

/** The security administrator grants or refuses the posts others were named for. */
@Controller
@RequestMapping("/posts")
class PostGrantsController {

    private final PostGrants posts;
    private final OrgUnits units;
    private final Governments governments;

    PostGrantsController(PostGrants posts, OrgUnits units, Governments governments) {
        this.posts = posts;
        this.units = units;
        this.governments = governments;
    }

    @GetMapping
    String list(Model model) {
        List<Pending> pending = posts.pending(null);
        List<String> codes = pending.stream()
                .map(each -> each.post().unit())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        model.addAttribute("pending", pending);
        model.addAttribute("units", units.byCodes(codes));
        model.addAttribute(
                "governments",
                governments.all().stream().collect(Collectors.toMap(Government::code, Government::name)));
        return "identity/posts";
    }

    /** @param post username and path of the group, parted by a blank; several can be decided at once */
    @PostMapping
    String decide(
            @RequestParam(defaultValue = "") List<String> post,
            @RequestParam boolean granted,
            RedirectAttributes after) {
        long decided = post.stream()
                .map(each -> each.split(" ", 2))
                .filter(parts -> parts.length == 2 && posts.decide(parts[0], parts[1], granted))
                .count();
        after.addFlashAttribute("decided", decided);
        after.addFlashAttribute("granted", granted);
        return "redirect:/posts";
    }
}
