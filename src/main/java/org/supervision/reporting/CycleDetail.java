package org.supervision.reporting;

import java.util.List;

/**
 * A cycle with everything the reader may see of it.
 *
 * @param parts all of them, or only the own unit's for a liaison of a partner unit
 * @param reports newest first; empty for a liaison of a partner unit
 * @param slips reminders, orders and so on about it
 */
public record CycleDetail(
        CycleView cycle, List<PartnerPart> parts, List<ReportVersion> reports, List<CycleSlips.Slip> slips) {}
