package org.supervision.tables.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.tables.ImportPreview;
import org.supervision.tables.Narratives;
import org.supervision.tables.Narratives.Actual;
import org.supervision.tables.Narratives.Candidate;
import org.supervision.tables.web.CandidateView.ActualView;
import org.supervision.tables.web.CandidateView.IndicatorView;
import org.supervision.tables.web.NarrativePage.Line;
import org.supervision.tables.web.NarrativePage.PlanSection;
import org.supervision.tables.web.NarrativePage.ReviewSection;

/** Lays out what there is to pick from a report in prose, section by section. */
@Component
class NarrativePages {

    private final Narratives narratives;
    private final ImportViews views;

    NarrativePages(Narratives narratives, ImportViews views) {
        this.narratives = narratives;
        this.views = views;
    }

    /** @param sent what was entered and refused; null shows what is stored */
    NarrativePage page(ImportPreview preview, @Nullable PickForm sent) {
        String id = preview.table().id();
        List<Candidate> candidates = narratives.candidates(id);
        List<Actual> actuals = narratives.actuals(id);
        return new NarrativePage(
                plan(candidates, sent),
                review(actuals),
                candidates.stream().filter(Candidate::isPicked).count(),
                actuals.stream().filter(Actual::kept).count(),
                actuals.size(),
                preview.table().year() == null ? 0 : Narratives.yearOfValues(preview.table()));
    }

    private List<PlanSection> plan(List<Candidate> candidates, @Nullable PickForm sent) {
        List<PlanSection> sections = new ArrayList<>();
        for (Candidate candidate : candidates) {
            int number = candidate.passage().section();
            String heading = candidate.passage().heading();
            PlanSection last = sections.isEmpty() ? null : sections.get(sections.size() - 1);
            if (last == null || last.number() != number || !last.heading().equals(heading)) {
                last = new PlanSection(number, heading, new ArrayList<>());
                sections.add(last);
            }
            last.lines().add(line(candidate, sent));
        }
        return sections;
    }

    private Line line(Candidate candidate, @Nullable PickForm sent) {
        int row = candidate.row().row();
        String goal = candidate.row().values().goal();
        return new Line(
                row,
                candidate.passage().text(),
                sent == null ? candidate.isPicked() : sent.isTicked(row),
                sent == null ? Objects.toString(candidate.row().values().number(), "") : sent.text("number", row),
                sent == null ? goal : sent.text("goal", row),
                sent == null ? Objects.toString(candidate.row().values().leadUnit(), "") : sent.text("leadUnit", row),
                candidate.indicators().stream()
                        .map(found -> IndicatorView.of(found, goal))
                        .toList(),
                candidate.suggestedLeads(),
                candidate.row().problems().stream().map(views::view).toList());
    }

    private static List<ReviewSection> review(List<Actual> actuals) {
        List<ReviewSection> sections = new ArrayList<>();
        for (Actual actual : actuals) {
            int number = actual.passage().section();
            String heading = actual.passage().heading();
            ReviewSection last = sections.isEmpty() ? null : sections.get(sections.size() - 1);
            if (last == null || last.number() != number || !last.heading().equals(heading)) {
                last = new ReviewSection(number, heading, new ArrayList<>());
                sections.add(last);
            }
            last.actuals().add(ActualView.of(actual));
        }
        return sections;
    }
}
