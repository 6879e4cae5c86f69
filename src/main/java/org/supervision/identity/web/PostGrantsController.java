package org.supervision.identity.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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
import org.supervision.identity.PasswordRequests;
import org.supervision.identity.PostGrants;
import org.supervision.identity.PostGrants.Pending;
import org.supervision.shared.DomainException;

/** The security administrator grants or refuses posts others were named for, and new passwords for those who hold some. */
@Controller
@RequestMapping("/posts")
class PostGrantsController {

    private final PostGrants posts;
    private final PasswordRequests passwords;
    private final OrgUnits units;
    private final Governments governments;
    private final MessageSource messages;

    PostGrantsController(
            PostGrants posts,
            PasswordRequests passwords,
            OrgUnits units,
            Governments governments,
            MessageSource messages) {
        this.posts = posts;
        this.passwords = passwords;
        this.units = units;
        this.governments = governments;
        this.messages = messages;
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
        model.addAttribute("passwords", passwords.pending());
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
        long decided = 0;
        for (String each : post) {
            String[] parts = each.split(" ", 2);
            try {
                decided += parts.length == 2 && posts.decide(parts[0], parts[1], granted) ? 1 : 0;
            } catch (DomainException refusal) {
                after.addFlashAttribute(
                        "refusal",
                        messages.getMessage(
                                refusal.code(), refusal.arguments().toArray(), LocaleContextHolder.getLocale()));
            }
        }
        after.addFlashAttribute("decided", decided == 0 ? null : decided);
        after.addFlashAttribute("granted", granted);
        return "redirect:/posts";
    }

    @PostMapping("/passwords")
    String decidePassword(@RequestParam String username, @RequestParam boolean granted, RedirectAttributes after) {
        if (passwords.decide(username, granted)) {
            after.addFlashAttribute("confirmed", granted);
        }
        return "redirect:/posts";
    }
}
