package org.supervision.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.keytask.AgreedIndicator;
import org.supervision.keytask.AgreedIndicators;
import org.supervision.keytask.AgreedIndicators.Terms;
import org.supervision.keytask.IndicatorProposals;
import org.supervision.keytask.SubItem;
import org.supervision.keytask.SubItems;

/** What is measured in the demo city, and who carries how much of it. */
@Component
@Profile("demo")
class DemoFigures {

    private final IndicatorProposals proposals;
    private final AgreedIndicators indicators;
    private final SubItems subItems;

    DemoFigures(IndicatorProposals proposals, AgreedIndicators indicators, SubItems subItems) {
        this.proposals = proposals;
        this.indicators = indicators;
        this.subItems = subItems;
    }

    /** The office confirms what the goal says of it, and what its quarters are to reach. */
    @Transactional
    public void agree(String keyTask, DemoCity.City.Measure measure) {
        proposals.of(List.of(keyTask)).stream()
                .filter(found ->
                        found.quarter() == null && found.indicator().name().equals(measure.name()))
                .forEach(found -> proposals.confirm(keyTask, found.id(), found.version(), null));
        AgreedIndicator agreed = agreed(keyTask, measure.name());
        indicators.change(
                keyTask,
                agreed.id(),
                agreed.version(),
                new Terms(agreed.target(), agreed.start(), measure.expected(), agreed.atYearEndOnly()));
    }

    /** The office shares it among the units. */
    @Transactional
    public void split(String keyTask, DemoCity.City.Split split, Map<String, String> codes) {
        long indicator = agreed(keyTask, split.indicator()).id();
        split.shares()
                .forEach(share -> subItems.add(
                        keyTask, new SubItems.Terms(share.name(), codes.get(share.unit()), indicator, share.share())));
    }

    /** The rows of a form: of a report by the names of the indicators, of a part what the unit carries of them. */
    List<Map<String, Object>> rows(String keyTask, String kind, String unit, Map<String, BigDecimal> measured) {
        boolean part = kind.equals("partner-part");
        return measured.entrySet().stream()
                .map(each -> {
                    long indicator = agreed(keyTask, each.getKey()).id();
                    return Map.<String, Object>of(
                            part ? "subItemId" : "indicatorId",
                            String.valueOf(
                                    part ? carried(keyTask, indicator, unit).id() : indicator),
                            "value",
                            each.getValue());
                })
                .toList();
    }

    private SubItem carried(String keyTask, long indicator, String unit) {
        return subItems.of(keyTask).stream()
                .filter(item ->
                        item.unit().equals(unit) && Long.valueOf(indicator).equals(item.indicator()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(unit + " carries nothing of " + keyTask));
    }

    private AgreedIndicator agreed(String keyTask, String name) {
        return indicators.of(keyTask).stream()
                .filter(each -> each.target().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody measures " + name + " of " + keyTask));
    }
}
