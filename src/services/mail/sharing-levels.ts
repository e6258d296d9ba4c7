import type { SharingLevel } from '#store/mail-sharing.ts';

const strictness: Readonly<Record<SharingLevel, number>> = { all: 0, subject: 1, when: 2, nothing: 3 };

/** Of two conversations that turn out to be one, what the more careful of them was set to. */
export function strictest(levels: readonly (SharingLevel | null)[]): SharingLevel | null {
  const set = levels.filter((level) => level !== null);
  return set.toSorted((left, right) => strictness[right] - strictness[left])[0] ?? null;
}

/** As an interaction keeps it: that and when is what holds when nothing is said (decision 003). */
export function keptLevel(level: SharingLevel): SharingLevel | null {
  return level === 'when' ? null : level;
}

interface Shared {
  readonly ownerUserId: string | null;
  readonly sharedAt: Date | null;
  readonly sharing: SharingLevel | null;
}

/** What colleagues see of it. One mail may be shared by itself, but not out of a conversation that shows nothing. */
export function levelOf({ ownerUserId, sharedAt, sharing }: Shared): SharingLevel {
  if (ownerUserId === null) return 'all';
  if (sharing === 'nothing') return 'nothing';
  return sharedAt !== null ? 'all' : (sharing ?? 'when');
}
