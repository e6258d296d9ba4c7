/** What the engine answers: a tie read at an instant. Plain data; the contract asserts equality with these types. */
import type { Direction, TrustFacet } from './tie-event.ts';

export const blockNames = ['trust', 'reciprocity', 'intensity', 'time'] as const;
export type BlockName = (typeof blockNames)[number];

/** known = evidence of its own; assumed = stands on a weak assumption; unknown = not enough data (value is the prior). */
export type Knowledge = 'known' | 'assumed' | 'unknown';

/** A reason is a code with numbers, never a sentence; messages/ turns it into words. */
export interface Reason {
  readonly code: string;
  readonly block: BlockName | 'bond' | 'rhythm' | 'pressure';
  readonly direction: Direction | null;
  readonly numbers: Readonly<Record<string, number>>;
  /** True when a user muted it. */
  readonly muted: boolean;
}

export interface Block {
  /** In [0,1]; the prior where knowledge is 'unknown'. */
  readonly value: number;
  readonly knowledge: Knowledge;
  /** In [0,1]: 0 certain, 1 nothing known. */
  readonly uncertainty: number;
  /** Plausible interval around value, within [0,1]. */
  readonly low: number;
  readonly high: number;
  /** dS/dblock, >= 0: what one extra unit here is worth for the bond. */
  readonly marginalGain: number;
  /** Set by a user's correction (the computed value is then in `computed`). */
  readonly corrected: boolean;
  readonly computed: number;
  readonly reasons: readonly Reason[];
}

/** Both halves of a directed figure. */
export interface BothWays {
  readonly ab: number;
  readonly ba: number;
}

export const statuses = ['unknown', 'contact', 'conversation', 'relationship', 'bond'] as const;
export type Status = (typeof statuses)[number];

export const alarms = ['none', 'quiet', 'gone'] as const;
export type Alarm = (typeof alarms)[number];

export interface Rhythm {
  /** Own usual gap in days (open days; closures do not count), and the number of gaps it rests on. */
  readonly gapDays: number;
  readonly knownGaps: number;
  /** Days of silence since the last active event that count (coverage and closures taken into account). */
  readonly silenceDays: number;
  readonly quietAfterDays: number;
  readonly goneAfterDays: number;
  /** Closed-form instants at which the tie will cross (or crossed) the alarms; null when no contact is known. */
  readonly quietAtMs: number | null;
  readonly goneAtMs: number | null;
}

/** Why no alarm is given although there is silence, or null. */
export type AlarmSilencedBy = 'coverage' | 'closure' | 'wish' | 'too-few' | 'muted' | null;

export interface TieReading {
  /** The instant the figures speak of: now, or the end of what was read (coverage) when that is earlier. */
  readonly asOfMs: number;
  readonly trust: Block;
  readonly reciprocity: Block;
  readonly intensity: Block;
  readonly time: Block;
  /** S in [0,1]. */
  readonly bond: number;
  /** The four values S was computed from: those of now, or where silence holds S down, of the last event. */
  readonly used: Readonly<Record<BlockName, number>>;
  /** The lowest known block; null when nothing can be said (unknown, or the two lowest differ by less than their uncertainty). */
  readonly weakest: BlockName | null;
  /** S without R, for one-sided contacts; 0 when two-sided. */
  readonly potential: number;
  /** Figure that ranks ties by contact alone (V1), in [0,1]. */
  readonly contactFigure: number;
  /** Level without hysteresis; status.ts adds the hysteresis. */
  readonly level: Status;
  readonly rhythm: Rhythm;
  readonly alarm: Alarm;
  readonly alarmSilencedBy: AlarmSilencedBy;
  /** Unasked pressure P (1 = ideal) and the direction it goes, 0 where it does not apply. */
  readonly pressure: number;
  readonly contact: BothWays;
  readonly benefit: BothWays;
  /** Each side's giving, saturated, in [0,1]. */
  readonly giving: BothWays;
  /** Trust per direction, truster first. */
  readonly trustWays: BothWays;
  /** Benefit given by a minus benefit given by b, decayed (the ledger's balance). */
  readonly balance: number;
  readonly facets: readonly { readonly facet: TrustFacet; readonly value: number; readonly items: number }[];
  /** Reasons that belong to the tie as a whole. */
  readonly reasons: readonly Reason[];
}

/** Something one side will do, or owes, by a time. Overdue and unanswered it counts as evidence dated at dueMs. */
export interface Expectation {
  readonly kind: 'promise' | 'answer' | 'complaint';
  /** Who must act: 'ab' = a owes b. */
  readonly owedBy: 'a' | 'b';
  readonly dueMs: number;
  /** Null while open. */
  readonly settledMs: number | null;
}

/** Our own fault (broken promise, silent closing, change without notice): fades only once made good. */
export interface Fault {
  readonly by: 'a' | 'b';
  readonly atMs: number;
  readonly madeGoodMs: number | null;
  readonly weight: number;
  readonly facet: TrustFacet;
}

/** A stretch in which silence is not silence (winter closing, holiday, school year), epoch ms [from, until). */
export interface Closure {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** A user's own word over the model's. */
export interface Correction {
  readonly block: BlockName | null;
  /** New value in [0,1], or null to mute only. */
  readonly value: number | null;
  readonly mutedCode: string | null;
  readonly atMs: number;
}

export type ContactWish = 'gladly' | 'when-needed' | 'rather-not';

/** Everything outside the traces that a reading needs. */
export interface TieContext {
  readonly expectations: readonly Expectation[];
  readonly faults: readonly Fault[];
  readonly corrections: readonly Correction[];
  readonly closures: readonly Closure[];
  /** End of what was listened to, epoch ms; null = listening now. */
  readonly coveredUntilMs: number | null;
  readonly wish: ContactWish | null;
  /** Base rates of trust per direction (party-pooled, shrunk to the tenant's); null = the parameter. */
  readonly baseRates: BothWays | null;
  /** Kin or personal foundation: freshness fades slower. */
  readonly personalFoundation: boolean;
  /** Which side is our own firm (or colleague); null between third parties. Pressure and faults are ours only. */
  readonly ours: 'a' | 'b' | null;
}
