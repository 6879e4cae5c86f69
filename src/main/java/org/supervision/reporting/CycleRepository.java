package org.supervision.reporting;

import java.util.List;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

/** Stores quarterly cycles. */
interface CycleRepository extends CrudRepository<ReportingCycle, String> {

    List<ReportingCycle> findByRoundIdOrderByNumber(String roundId);

    /** The same, waiting for whoever is changing one of them; nobody changes them until the transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    List<ReportingCycle> readByRoundIdOrderByNumber(String roundId);

    List<ReportingCycle> findByLeadUnitAndStateNot(String leadUnit, CycleState state);

    long countByRoundIdAndStateNot(String roundId, CycleState state);

    List<ReportingCycle> findByKeyTaskIdAndState(String keyTaskId, CycleState state);

    List<ReportingCycle> findByKeyTaskIdAndStateNot(String keyTaskId, CycleState state);
}
