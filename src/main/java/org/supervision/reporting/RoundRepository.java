package org.supervision.reporting;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.CrudRepository;

/** Stores reporting rounds. */
interface RoundRepository extends CrudRepository<ReportingRound, String> {

    List<ReportingRound> findByStateIn(Collection<RoundState> states);
}
