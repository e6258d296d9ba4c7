/** Everything a user can read over the API, asked for with every id there is: what a curious colleague could see. */
import { contract } from '#contract/index.ts';
import type { Db } from '#store/database.ts';
import type { Person } from './open-house.ts';

export interface Seen {
  readonly status: number;
  readonly body: string;
}

/** Which table holds what a place in a path stands for. */
const tables = {
  partyId: 'parties',
  tieId: 'ties',
  interactionId: 'interactions',
  importId: 'imports',
  noteId: 'notes',
  fileId: 'files',
  taskId: 'tasks',
  bulkId: 'bulk_acts',
  viewId: 'views',
  groupId: 'groups',
  tagId: 'tags',
  fieldId: 'fields',
  hookId: 'hooks',
  deliveryId: 'hook_deliveries',
  connectionId: 'connections',
  threadId: 'mail_threads',
  mailId: 'mails',
  outboxId: 'outbox_mails',
  templateId: 'mail_templates',
  eventId: 'calendar_events',
  proposalId: 'proposals',
  notificationId: 'notifications',
  houseRuleId: 'house_rules',
  ideaId: 'ideas',
  planId: 'plans',
  reportId: 'reports',
  runId: 'what_if_runs',
} as const;

type Known = Readonly<Record<keyof typeof tables, readonly string[]>>;

/** Of all rows there are, whoever may see them. */
export async function listEveryId(db: Db): Promise<Known> {
  const known: Partial<Record<keyof typeof tables, readonly string[]>> = {};
  for (const [name, table] of Object.entries(tables) as [keyof Known, (typeof tables)[keyof Known]][]) {
    known[name] = (await db.selectFrom(table).select('id').orderBy('id').execute()).map(({ id }) => id);
  }
  return known as Known;
}

export function withoutKnown(all: Known, known: Known): Known {
  const names = Object.keys(tables) as (keyof Known)[];
  const entries = names.map((name) => [name, all[name].filter((id) => !known[name].includes(id))]);
  return Object.fromEntries(entries) as Known;
}

/** Reads of which the answer has nothing to do with who asks or with what was imported. */
const aside = new Set(['/hooks', '/setup', '/parameters', '/parameters/proposal', '/relation-types', '/fields']);

const byParty = ({ partyId }: Known) => partyId.map((id) => `?partyId=${id}`);

/** Lists that can be asked for one relation: of one that may not be seen they are empty, or not there. */
export const listsOfOne: ReadonlySet<string> = new Set([
  ...['/promises', '/tasks', '/changes', '/keep-in-touch', '/notes', '/files', '/parties/around'],
  ...['/agenda', '/proposals', '/mail-threads', '/surveys', '/surveys/candidates'],
]);

const month = 'from=2026-01-01T00:00:00Z&until=2026-02-10T00:00:00Z';

const queries: Readonly<Record<string, (known: Known, words: readonly string[]) => string[]>> = {
  '/parties': (_, words) => [
    ...['?limit=200', '?sort=name&limit=200', '?sort=last&limit=3', '?role=private', '?role=customer'],
    ...words.map((word) => `?q=${encodeURIComponent(word)}`),
  ],
  '/search': (_, words) => words.map((word) => `?q=${encodeURIComponent(word)}&limit=200`),
  '/triage': () => ['?limit=200'],
  '/promises': (known) => ['?limit=200', ...byParty(known)],
  '/tasks': (known) => ['?limit=200', ...byParty(known)],
  '/changes': (known) => ['?limit=200', ...byParty(known)],
  '/agenda': ({ partyId }) => [`?${month}`, ...partyId.map((id) => `?${month}&partyId=${id}`)],
  '/free-busy': () => [`?${month}&userIds=`],
  '/proposals': (known) => ['', ...byParty(known)],
  '/mail-threads': (known) => ['', ...byParty(known)],
  '/keep-in-touch': (known) => ['', ...byParty(known)],
  '/notes': byParty,
  '/files': byParty,
  '/parties/around': byParty,
  '/surveys': byParty,
  '/surveys/candidates': (known) => ['?kind=missing', ...known.partyId.map((id) => `?kind=missing&partyId=${id}`)],
  '/parties/groups': () => ['?by=role', '?by=status', '?by=city'],
  '/parties/count': (_, words) => ['', ...words.map((word) => `?q=${encodeURIComponent(word)}`)],
};

export async function lookAround(
  person: Person,
  known: Known,
  words: readonly string[] = ['a'],
): Promise<Map<string, Seen>> {
  const seen = new Map<string, Seen>();
  for (const path of [...readPaths(), '/imports/{importId}/errors.csv', '/imports/{importId}/quarantine/0']) {
    if (aside.has(path)) continue;
    for (const filled of fillPath(path, known)) {
      for (const query of queries[path]?.(known, words) ?? ['']) {
        const answer = await person.fetch(`/api${filled}${query}`);
        const body = (await answer.text()).replaceAll(passing, '');
        seen.set(`${filled}${query}`, { status: answer.status, body });
      }
    }
  }
  return seen;
}

/** Read off the contract itself, so that an endpoint of tomorrow is looked at too. */
function readPaths(): string[] {
  return Object.values(contract).flatMap((noun) =>
    Object.values(noun).flatMap((one) => {
      const { method, path } = one['~orpc'].route;
      return method === 'GET' && path ? [path] : [];
    }),
  );
}

/** What is another at each reading: the request's number, how long ago a source was last read, and what is reckoned as of now. */
const passing =
  /"requestId":"\w+"|"unreadDays":[\d.e-]+|"course":\[[^\]]*\]|"since":"[^"]*"|"(?:from|to)":\{"at"[^}]*\}|"effect":[\d.e-]+|"asOf":"[^"]*","isWhole"/g;

const blocks = ['trust', 'reciprocity', 'intensity', 'time'];

function fillPath(path: string, known: Known): string[] {
  const place = /\{(\w+)\}/.exec(path);
  if (!place) return [path];
  const values = place[1] === 'block' ? blocks : known[place[1] as keyof Known];
  if (!values) throw new Error(`nothing is known to fill ${path} with`);
  return values.flatMap((value) => fillPath(path.replace(place[0], value), known));
}
