package org.supervision.reporting;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

/** Stores quarterly cycles. */
interface CycleRepository extends CrudRepository<ReportingCycle, String> {

    List<ReportingCycle> findByRoundIdOrderByNumber(String roundId);

    List<ReportingCycle> findByLeadUnitAndStateNot(String leadUnit, CycleState state);

    List<ReportingCycle> findByKeyTaskIdAndState(String keyTaskId, CycleState state);

    List<ReportingCycle> findByKeyTaskIdAndStateNot(String keyTaskId, CycleState state);
}
