/** The two hotels' complaints as reports: one told what, why and when; the other closed without a word. */
import { v7 as uuidv7 } from 'uuid';
import { findDemoMoment } from '#services/demo/demo-house.ts';
import { forgetDemoChanges, type writeDemoRecords } from '#services/demo/demo-records.ts';
import { updateReportFields } from '#services/reports/change-report.ts';
import { createReportFrom } from '#services/reports/create-report.ts';
import { publishReport } from '#services/reports/tell-report.ts';
import { type DemoReport, demoSources } from './history.ts';

type Within = Parameters<typeof writeDemoRecords>[0];

export async function writeReports(
  ctx: Within,
  house: { readonly sourceNumberOf: (label: string) => number },
  reports: readonly DemoReport[],
): Promise<void> {
  const batchId = uuidv7();
  const within = { ...ctx, batchId };
  for (const { moment, source, told, note } of reports) {
    const place = { sourceNumber: house.sourceNumberOf(demoSources[source]), sourceKey: moment };
    const { id: reportId } = await createReportFrom(within, { interactionId: await findDemoMoment(ctx, place) });
    const { atMs = ctx.now().getTime(), ...words } = told ?? {};
    await updateReportFields(within, { reportId, note, ...words });
    if (told) await publishReport({ ...within, now: () => new Date(atMs) }, { reportId });
  }
  await forgetDemoChanges(ctx, batchId);
}
