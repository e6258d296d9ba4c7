import { parseArgs } from 'node:util';
import type { Party } from '#contract/parties.ts';
import type { PartyRow } from '#contract/party-rows.ts';
import type { Context } from '#services/context.ts';
import { createParty } from '#services/parties/change-party.ts';
import { getParty } from '#services/parties/get-party.ts';
import { listParties } from '#services/parties/list-parties.ts';
import { searchParties } from '#services/parties/search-parties.ts';
import { chooseUser } from './choose-user.ts';
import { type Command, CommandError, type Tools } from './command.ts';

const usage = 'parties [list | search WORDS | show ID-OR-NAME | add NAME] [--as MAIL] [--json]';

const options = {
  as: { type: 'string' },
  json: { type: 'boolean' },
  organisation: { type: 'boolean' },
  mail: { type: 'string' },
  phone: { type: 'string' },
  tag: { type: 'string', multiple: true },
} as const;

export const parties: Command = {
  name: 'parties',
  usage,
  summary: 'List, find, show or add people and organisations',
  help: [
    'show takes an id, or words that fit one relation best: hecht parties show "cafe ans".',
    'add takes --organisation, --mail MAIL, --phone NUMBER and --tag WORD (more than once).',
    '--json prints what the API would answer.',
  ],
  async run(tools, args) {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [act = 'list', ...given] = positionals;
    const words = given.join(' ').trim();
    const ctx = tools.contextFor({ ...(await chooseUser(tools, values.as)), via: 'command' });
    const asJson = values.json === true;
    if (act === 'list' && words === '') return printRows(tools, await listAll(ctx), asJson);
    if (words === '') throw new CommandError(`Usage: hecht ${usage}`);
    if (act === 'search') return printRows(tools, (await searchParties(ctx, { q: words })).items, asJson);
    if (act === 'show') return printParty(tools, await find(ctx, words), asJson);
    if (act === 'add') return printParty(tools, await add(ctx, words, values), asJson);
    throw new CommandError(`Usage: hecht ${usage}`);
  },
};

async function listAll(ctx: Context): Promise<PartyRow[]> {
  const items: PartyRow[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listParties>> = await listParties(ctx, {
      ...{ sort: 'name', order: 'asc', limit: 200 },
      ...(cursor !== null && { cursor }),
    });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

async function find(ctx: Context, words: string): Promise<Party> {
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(words)) return getParty(ctx, { partyId: words });
  const [best] = (await searchParties(ctx, { q: words, limit: 1 })).items;
  if (!best) throw new CommandError(`Nobody here looks like "${words}".`);
  return getParty(ctx, { partyId: best.id });
}

interface AddOptions {
  readonly organisation?: boolean | undefined;
  readonly mail?: string | undefined;
  readonly phone?: string | undefined;
  readonly tag?: string[] | undefined;
}

function add(ctx: Context, name: string, { organisation, mail, phone, tag = [] }: AddOptions): Promise<Party> {
  const given = [
    { kind: 'mail' as const, value: mail },
    { kind: 'phone' as const, value: phone },
  ];
  const identities = given.flatMap(({ kind, value }) => (value ? [{ kind, value, label: null }] : []));
  return createParty(ctx, { kind: organisation ? 'organisation' : 'person', name, identities, tags: tag });
}

function printRows({ say }: Tools, rows: readonly PartyRow[], asJson: boolean): void {
  if (asJson) say(JSON.stringify(rows, null, 2));
  for (const { id, kind, name, context, roles } of asJson ? [] : rows)
    say([id, kind, name, context ?? '', roles.join(',')].join('\t'));
}

/** What stands there, a line each; what does not is left out. */
function printParty({ say }: Tools, party: Party, asJson: boolean): void {
  if (asJson) say(JSON.stringify(party, null, 2));
  else for (const line of linesOf(party)) say(line);
}

function linesOf(party: Party): string[] {
  const lines: Record<string, string | null> = {
    id: party.id,
    name: party.name,
    kind: party.kind,
    roles: party.roles.join(', '),
    job: party.jobTitle,
    birthday: party.birthday,
    tags: party.tags.join(', '),
    groups: party.groups.join(', '),
    kvk: party.kvkNumber,
    vat: party.vatId,
    iban: party.iban,
    kept: party.keptLine?.text ?? null,
    note: party.note,
  };
  const known = Object.entries(lines).flatMap(([name, value]) => (value ? [`${name}\t${value}`] : []));
  const addresses = party.addresses.map(({ label: _, ...parts }) => Object.values(parts).filter(Boolean).join(' '));
  const own = Object.entries(party.fields).map(([key, value]) => {
    return `${key}\t${typeof value === 'object' ? JSON.stringify(value) : value}`;
  });
  return [
    ...known,
    ...party.identities.map(({ kind, value }) => `${kind}\t${value}`),
    ...addresses.map((address) => `address\t${address}`),
    ...party.relations.map(({ verb, other }) => `${verb}\t${other.name}`),
    ...own,
  ];
}
