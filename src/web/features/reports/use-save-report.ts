import type { Report } from '#contract/reports.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { reportTouches } from '../../api/report-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { saveMerged } from '../../ui/changes/clash.ts';
import { seenVersion, useSeenVersion } from '../../ui/changes/seen-version.ts';

type Body = Parameters<typeof api.reports.update>[0]['body'];
export type SaveReport = (body: NonNullable<Body>) => void;

/** Saves as one goes; what colleagues wrote in other fields meanwhile stays. Acts on one report go out one after the other. */
export function useSaveReport(report: Report | undefined): SaveReport {
  useSeenVersion(report?.id ?? '', report?.version ?? 1);
  const save = useAct({
    run: (body: NonNullable<Body>) => {
      const reportId = report?.id ?? '';
      const send = (left: NonNullable<Body>, version: number) =>
        api.reports.update({
          ...nothing,
          params: { reportId },
          body: left,
          headers: { ...newKey(), ...ifMatch(version) },
        });
      return saveMerged({ body, version: seenVersion(reportId, report?.version ?? 1), send });
    },
    touches: reportTouches,
    line: lineOf(report?.id ?? ''),
  });
  return (body) => save.mutate(body);
}

export function lineOf(reportId: string): string {
  return `report ${reportId}`;
}
