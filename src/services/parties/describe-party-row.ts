/** A row of the list as it goes over the wire. */
import type { Figures } from '#contract/figures.ts';
import type { PartyRow } from '#contract/party-rows.ts';
import type { Alarm, AlarmSilencedBy, BlockName, Knowledge, Status } from '#engine/reading.ts';
import type { PartyListRow, PartyRowFigures } from '#store/party-rows.ts';

export function describePartyRow(row: PartyListRow): PartyRow {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    context: row.context,
    roles: row.roles as PartyRow['roles'],
    isPrivate: row.isPrivate,
    contactWish: row.contactWish as PartyRow['contactWish'],
    figures: row.figures && describeFigures(row.figures),
    version: row.version,
  };
}

export function describeFigures(row: PartyRowFigures): Figures {
  return {
    bond: row.bond,
    trust: row.trust,
    reciprocity: row.reciprocity,
    intensity: row.intensity,
    time: row.time,
    knowledge: {
      trust: knowledgeOf(row.knowledge[0]),
      reciprocity: knowledgeOf(row.knowledge[1]),
      intensity: knowledgeOf(row.knowledge[2]),
      time: knowledgeOf(row.knowledge[3]),
    },
    weakest: row.weakest as BlockName | null,
    status: row.status as Status,
    alarm: row.alarm as Alarm,
    alarmSilencedBy: row.alarmSilencedBy as AlarmSilencedBy,
    potential: row.potential,
    givingOurs: row.givingOurs,
    givingTheirs: row.givingTheirs,
    pressure: row.pressure,
    gapDays: row.gapDays,
    lastAt: isoOf(row.lastAt),
    quietAt: isoOf(row.quietAt),
    goneAt: isoOf(row.goneAt),
    trend: row.trend,
    sparkline: [...row.sparkline],
    asOf: new Date(row.asOfMs).toISOString(),
  };
}

function knowledgeOf(letter: string | undefined): Knowledge {
  return letter === 'k' ? 'known' : letter === 'a' ? 'assumed' : 'unknown';
}

function isoOf(at: string | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
