package org.supervision.reporting;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/** Stores reporting rounds. */
interface RoundRepository extends CrudRepository<ReportingRound, String> {

    List<ReportingRound> findByStateIn(Collection<RoundState> states);

    /** Waits for whoever is changing the round and lets others wait until the transaction ends. */
    @Query("select id from reporting_round where id = :id for no key update")
    String hold(String id);
}
