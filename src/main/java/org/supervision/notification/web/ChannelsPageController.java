package org.supervision.notification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Government;
import org.supervision.identity.Governments;
import org.supervision.identity.Role;
import org.supervision.notification.ChannelSetting;
import org.supervision.notification.Channels;
import org.supervision.notification.RobotKind;
import org.supervision.shared.DomainException;

/** The ways out of each government, for the system administrator. */
@Controller
@RequestMapping("/channels")
class ChannelsPageController {

    /**
     * One government's channels as they are shown: never the robot's address or secret.
     *
     * @param robotKept whether an address is kept
     */
    record ChannelView(String government, String name, boolean mail, @Nullable RobotKind robot, boolean robotKept) {}

    private final Channels channels;
    private final Governments governments;
    private final CurrentUsers currentUsers;
    private final FormMistakes mistakes;

    ChannelsPageController(
            Channels channels, Governments governments, CurrentUsers currentUsers, FormMistakes mistakes) {
        this.channels = channels;
        this.governments = governments;
        this.currentUsers = currentUsers;
        this.mistakes = mistakes;
    }

    @InitBinder
    void readBlankAsNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping
    String list(Model model) {
        currentUsers.requiredIn(Role.SYSTEM_ADMIN);
        return page(model);
    }

    @PostMapping("/{government}")
    String set(
            @PathVariable String government,
            @RequestParam(defaultValue = "false") boolean mail,
            @RequestParam(required = false) @Nullable RobotKind robot,
            @RequestParam(required = false) @Nullable String robotUrl,
            @RequestParam(required = false) @Nullable String robotSecret,
            Model model,
            RedirectAttributes after,
            Locale locale,
            HttpServletResponse response) {
        currentUsers.requiredIn(Role.SYSTEM_ADMIN);
        try {
            channels.set(government, mail, robot, robotUrl, robotSecret);
        } catch (DomainException refusal) {
            model.addAttribute("errors", mistakes.of(refusal, locale));
            model.addAttribute("wrong", government);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(model);
        }
        after.addFlashAttribute("saved", governments.get(government).name());
        return "redirect:/channels";
    }

    private String page(Model model) {
        model.addAttribute(
                "channels", governments.all().stream().map(this::view).toList());
        model.addAttribute("mailServer", channels.mailIsConfigured());
        model.addAttribute("robotServer", channels.robotsAreAllowed());
        return "notification/channels";
    }

    private ChannelView view(Government government) {
        ChannelSetting setting = channels.of(government.code());
        return new ChannelView(
                government.code(), government.name(), setting.mail(), setting.robot(), setting.robotUrl() != null);
    }
}
