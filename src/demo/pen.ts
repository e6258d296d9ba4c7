/** The pen the stories are written with: days ago in, moments with keys and instants out. */
import { type DemoHistory, type DemoMoment, type DemoParty, emptyHistory } from './history.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A month of these stories, in days. */
const monthDays = 30.44;

export type MomentInput = Omit<DemoMoment, 'key' | 'atMs' | 'to'> & {
  readonly day: number;
  readonly hour?: number;
  readonly to: string | readonly string[];
};

export interface Pen {
  readonly nowMs: number;
  readonly history: DemoHistory;
  /** Instant of an hour (UTC, with its minutes as a fraction) some whole days ago; never later than just before now. */
  at(day: number, hour?: number): number;
  party(party: DemoParty): void;
  /** A firm outside and the one we know there. */
  firm(firm: FirmInput): void;
  /** Writes a moment down and answers its key. */
  moment(moment: MomentInput): string;
}

export interface FirmInput {
  readonly key: string;
  readonly name: string;
  readonly contact: string;
  readonly jobTitle: string;
  readonly domain: string;
  readonly phone: string;
  readonly role?: 'customer' | 'supplier' | 'partner';
  readonly wish?: NonNullable<DemoParty['wish']>;
  readonly closures?: NonNullable<DemoParty['closures']>;
  readonly personalFoundation?: boolean;
  readonly note?: string;
}

/** Months ago, as whole days ago. */
export function monthsAgo(months: number): number {
  return Math.round(months * monthDays);
}

/** The key of the person we know at a firm. */
export function contactOf(firmKey: string): string {
  return `${firmKey}-contact`;
}

export function createPen(input: { nowMs: number; story: string }): Pen {
  const history = emptyHistory();
  const todayMs = Math.floor(input.nowMs / dayMs) * dayMs;
  // Nobody works on Sunday: what would fall on one happened the day before.
  const openDay = (day: number) => (new Date(todayMs - day * dayMs).getUTCDay() === 0 ? day + 1 : day);
  const pen: Pen = {
    nowMs: input.nowMs,
    history,
    at: (day, hour = 9) => Math.min(todayMs - day * dayMs + Math.round(hour * hourMs), input.nowMs - hourMs / 2),
    party: (party) => {
      history.parties.push(party);
    },
    firm: (firm) => writeFirm(history, firm),
    moment: ({ day, hour, to, ...rest }) => {
      const key = `${input.story}-${String(history.moments.length + 1).padStart(5, '0')}`;
      history.moments.push({ ...rest, key, atMs: pen.at(openDay(day), hour), to: typeof to === 'string' ? [to] : to });
      return key;
    },
  };
  return pen;
}

function writeFirm(history: DemoHistory, firm: FirmInput): void {
  const { key, name, contact, jobTitle, domain, phone, role = 'customer', ...own } = firm;
  history.parties.push({ key, kind: 'organisation', name, role, mail: `info@${domain}`, phone, ...own });
  const givenName = contact.split(' ')[0] ?? contact;
  const { note: _note, ...shared } = own;
  history.parties.push({
    key: contactOf(key),
    kind: 'person',
    name: contact,
    role,
    mail: `${plainLetters(givenName)}@${domain}`,
    jobTitle,
    ...shared,
  });
  history.relations.push({ type: 'works-at', from: contactOf(key), to: key });
}

/** A name as it stands in a mail address. */
export function plainLetters(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase();
}
