package org.supervision.reporting;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.supervision.reporting.ResultRow.Adjustment;

/** Where publications learn what was changed in the plans on request; implemented by the module that keeps requests. */
public interface PlanAdjustments {

    /** By key task, oldest first; units are named. Those without any are absent. */
    Map<String, List<Adjustment>> of(Collection<String> keyTaskIds);
}
