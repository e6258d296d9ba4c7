/** What a story is made of, before it is written through the services. Keys are the demo's own; ids come later. */
import type { InteractionInput } from '#contract/interactions.ts';

export type DemoRole = 'customer' | 'supplier' | 'partner' | 'colleague';
/** Where a moment is read from: each is a source of its own, heard as it happens. */
export const demoSources = { till: 'Kassa en webwinkel', mail: 'Mail', diary: 'Agenda en telefoon' } as const;
export type DemoSource = keyof typeof demoSources;

export interface DemoParty {
  readonly key: string;
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly role: DemoRole;
  readonly isOwn?: boolean;
  readonly mail?: string;
  readonly phone?: string;
  readonly jobTitle?: string;
  readonly wish?: 'gladly' | 'when-needed' | 'rather-not';
  /** MM-DD, until exclusive. */
  readonly closures?: readonly { readonly from: string; readonly until: string; readonly label: string }[];
  readonly personalFoundation?: boolean;
  readonly note?: string;
}

export interface DemoRelation {
  readonly type: 'works-at' | 'introduced' | 'supplies';
  readonly from: string;
  readonly to: string;
  readonly fromMs?: number;
  readonly untilMs?: number;
}

export type DemoBenefit = {
  readonly giver: 'from' | 'to';
  readonly kind: BenefitKind;
  readonly weight?: number;
  readonly gotForIt?: 'yes' | 'no';
};
type BenefitKind = InteractionInput['benefits'][number]['kind'];

export interface DemoMoment {
  readonly key: string;
  readonly source: DemoSource;
  readonly atMs: number;
  readonly channel: InteractionInput['channel'];
  readonly kind: InteractionInput['kind'];
  readonly from: string;
  readonly to: readonly string[];
  readonly subject?: string;
  readonly text?: string;
  /** Key of the moment this answers. */
  readonly answers?: string;
  readonly asked?: boolean;
  readonly valence?: number;
  readonly benefits?: readonly DemoBenefit[];
  readonly product?: string;
  readonly amountMinor?: number;
  /** What stays with us of it. */
  readonly keptLine?: string;
}

/** Something one side will do, or owes, by a time. */
export interface DemoExpectation {
  readonly kind: 'promise' | 'answer';
  readonly owedBy: 'ours' | 'theirs';
  readonly colleague: string;
  readonly party: string;
  readonly text: string;
  readonly madeMs: number;
  readonly dueMs: number;
  readonly settledMs: number | null;
}

/** Something of ours that went wrong, owned up to by hand; what a moment shows by itself is not written here. */
export interface DemoFault {
  readonly colleague: string;
  readonly party: string;
  readonly what: string;
  readonly facet: 'ability' | 'benevolence' | 'integrity';
  readonly atMs: number;
}

/** How the faults of a tie until then were made good. */
export interface DemoRemedy {
  readonly colleague: string;
  readonly party: string;
  readonly atMs: number;
  readonly how: string;
}

/** A complaint as a record, of the moment it came in with; whether it was told is read from what happened since. */
export interface DemoReport {
  /** Key of that moment, in the source it is of. */
  readonly moment: string;
  readonly source: DemoSource;
  /** What we told, put on its page when. */
  readonly told?: { readonly whatWeDid: string; readonly why: string; readonly next?: string; readonly atMs: number };
  /** Among us. */
  readonly note: string;
}

/** What somebody thought of; where it was made they were told and thanked, in moments of the story. */
export interface DemoIdeaStory {
  readonly party: string;
  readonly colleague: string;
  readonly text: string;
  readonly status: 'considering' | 'delivered';
  readonly naming: 'unasked' | 'yes';
  readonly cameMs: number;
  /** Key of the moment in the diary; none where it came up in passing. */
  readonly cameIn?: string;
  readonly made?: {
    readonly in: string;
    readonly onMs: number;
    readonly thankedMs: number;
    /** Keys of mails. */
    readonly toldIn: string;
    readonly thankedIn: string;
  };
}

export interface DemoHistory {
  readonly parties: DemoParty[];
  readonly relations: DemoRelation[];
  readonly moments: DemoMoment[];
  readonly expectations: DemoExpectation[];
  readonly faults: DemoFault[];
  readonly remedies: DemoRemedy[];
  readonly reports: DemoReport[];
  readonly ideas: DemoIdeaStory[];
}

export function emptyHistory(): DemoHistory {
  return {
    parties: [],
    relations: [],
    moments: [],
    expectations: [],
    faults: [],
    remedies: [],
    reports: [],
    ideas: [],
  };
}
