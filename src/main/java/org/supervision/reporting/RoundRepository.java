package org.supervision.reporting;

import org.springframework.data.repository.CrudRepository;

/** Stores reporting rounds. */
interface RoundRepository extends CrudRepository<ReportingRound, String> {}
