package org.supervision.tables.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.keytask.KeyTasks;
import org.supervision.tables.YearExport;
import org.supervision.tables.YearExports;

/** All tables of a year as one archive: asked for here, written in the background, taken out when it is ready. */
@Controller
@RequestMapping("/exports")
class YearExportsController {

    private final YearExports exports;
    private final KeyTasks keyTasks;
    private final CurrentUsers currentUsers;

    YearExportsController(YearExports exports, KeyTasks keyTasks, CurrentUsers currentUsers) {
        this.exports = exports;
        this.keyTasks = keyTasks;
        this.currentUsers = currentUsers;
    }

    @GetMapping
    String list(Model model) {
        CurrentUser reader = currentUsers.required();
        model.addAttribute("years", keyTasks.years(reader.requiredGovernment()));
        model.addAttribute("reads", reader.readsWholeGovernment());
        model.addAttribute("exports", exports.mine());
        model.addAttribute("chief", reader.is(Role.OFFICE_CHIEF));
        return "tables/exports";
    }

    @PostMapping
    String request(@RequestParam int year) {
        exports.request(year);
        return "redirect:/exports";
    }

    /** The row of an export alone, as the page asks for it again while files are written. */
    @GetMapping("/{id}")
    String row(@PathVariable String id, Model model) {
        model.addAttribute("export", exports.get(id));
        return "tables/exports :: row";
    }

    @GetMapping("/{id}.zip")
    void archive(@PathVariable String id, HttpServletResponse response) throws IOException {
        YearExport export = exports.get(id);
        YearFileAnswer.send(export, exports.name(export), target -> exports.archive(id, target), response);
    }
}
