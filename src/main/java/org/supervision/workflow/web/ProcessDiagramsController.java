package org.supervision.workflow.web;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.workflow.ProcessDiagrams;

/** Hands out the diagrams that the portal's pages draw; they hold no data of any government. */
@RestController
class ProcessDiagramsController {

    private final ProcessDiagrams diagrams;

    ProcessDiagramsController(ProcessDiagrams diagrams) {
        this.diagrams = diagrams;
    }

    @GetMapping(path = "/process-diagrams/{definition}", produces = MediaType.APPLICATION_XML_VALUE)
    String xml(@PathVariable String definition) {
        return diagrams.xml(definition);
    }
}
