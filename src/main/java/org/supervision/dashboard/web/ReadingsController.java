package org.supervision.dashboard.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.supervision.workflow.WorkItems;

/** Tells while somebody types what the values of the indicators come to; nothing is kept. */
@Controller
class ReadingsController {

    private final WorkItems workItems;
    private final IndicatorRows indicators;

    ReadingsController(WorkItems workItems, IndicatorRows indicators) {
        this.workItems = workItems;
        this.indicators = indicators;
    }

    @PostMapping("/work-items/{id}/readings")
    ModelAndView read(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        ModelAndView card = new ModelAndView("dashboard/parts :: readings");
        indicators.addTo(card, workItems.get(id), EnteredForm.of(parameters).values(), Map.of());
        return card;
    }
}
