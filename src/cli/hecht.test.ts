/** The command line as an administrator meets it: its own process on the same database. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type TestDatabase, testDatabase } from '#test/database.ts';

const program = fileURLToPath(new URL('../main.ts', import.meta.url));
let database: TestDatabase;
let folder: string;
before(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'hecht-cli-'));
});
after(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly said: string;
  readonly told: string;
}

function hecht(args: readonly string[], input = ''): Promise<Ended> {
  return start(args, input).ended;
}

function start(args: readonly string[], input = ''): { child: ChildProcess; ended: Promise<Ended> } {
  const env = { ...process.env, DATABASE_URL: database.url, HECHT_DATA: folder, HECHT_ROLES: '' };
  const child = spawn(process.execPath, [program, 'hecht', ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise<Ended>((resolve, reject) => {
    let [said, told] = ['', ''];
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (told += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said, told }));
  });
  child.stdin.end(input);
  return { child, ended };
}

async function write(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

const orders = [
  'id,at,channel,kind,from,to,subject',
  '1,2026-01-05T09:00:00Z,mail,message,joris@overkant.example,ans@cafeans.example,Bonen',
  '2,2026-01-06T10:00:00Z,mail,message,ans@cafeans.example,joris@overkant.example,Re: Bonen',
  '3,2026-02-30T10:00:00Z,mail,message,ans@cafeans.example,joris@overkant.example,nooit',
];

test('help names every command, needs no database, and what is unknown is said', async () => {
  const help = await hecht(['--help']);
  assert.equal(help.code, 0);
  for (const name of ['import', 'rebuild', 'doctor', 'setup', 'token', 'users', 'apikey', 'demo']) {
    assert.match(help.said, new RegExp(`^ {2}${name} `, 'm'));
  }
  assert.match((await hecht(['import', '--help'])).said, /--own-address/);
  const unknown = await hecht(['improt']);
  assert.deepEqual([unknown.code, unknown.said], [2, '']);
  assert.match(unknown.told, /no command "improt"/);
});

test('an empty house is set up without a browser, once', async () => {
  const early = await hecht(['import', await write('early.csv', orders)]);
  assert.equal(early.code, 1);
  assert.match(early.told, /no owner yet/);
  assert.match((await hecht(['token'])).said, /^[\w-]{20,}\n$/);

  const owner = ['setup', '--email', 'joris@overkant.example', '--name', 'Joris', '--firm', 'De Overkant'];
  assert.match((await hecht(owner, 'kort\n')).told, /10 to 200 characters/);
  const made = await hecht(owner, 'koffie met melk\n');
  assert.deepEqual([made.code, made.said], [0, 'Joris can sign in as joris@overkant.example.\n'], made.told);
  assert.match((await hecht(owner, 'koffie met melk\n')).told, /has its owner already/);
  assert.equal((await hecht(['users'])).said, 'joris@overkant.example\towner\tJoris\n');
});

test('an import is looked at, carried out, counted, and the same file again changes nothing', async () => {
  const path = await write('orders.csv', orders);
  const looked = await hecht(['import', path, '--dry-run']);
  assert.equal(looked.code, 0, looked.told);
  assert.equal(JSON.parse(looked.said).counts.stored, 2);
  const count = async () =>
    (await database.pool.query('select count(*)::int as interactions from interactions')).rows[0]?.interactions;
  assert.equal(await count(), 0);

  const first = await hecht(['import', path]);
  assert.equal(first.code, 0, first.told);
  assert.match(first.said, /orders\.csv: 2 stored, 0 already known.* 1 could not be read/);
  assert.equal(await count(), 2);
  const again = await hecht(['import', path]);
  assert.match(again.said, /orders\.csv: 0 stored, 2 already known/);
  assert.equal(await count(), 2);
  const { rows } = await database.pool.query('select bond from party_figures');
  assert.ok(rows.length > 0, 'the figures were brought up to date');
});

test('killed outright in the middle, the same command goes on behind it and ends as if it had never stopped', async () => {
  const lines = Array.from({ length: 6_000 }, (_, at) => {
    const when = new Date(Date.UTC(2025, 0, 1) + at * 3_600_000).toISOString();
    const [them, us] = [`p${at % 40}@klant${at % 40}.example`, 'joris@overkant.example'];
    return at % 2 === 0 ? `k${at},${when},mail,message,${us},${them},x` : `k${at},${when},mail,message,${them},${us},x`;
  });
  const path = await write('many.csv', [orders[0] ?? '', ...lines]);
  const read = async () => {
    const { rows } = await database.pool.query(
      "select status, (counts->>'read')::int as read from imports where file_name = 'many.csv'",
    );
    return rows.length === 1 ? rows[0] : { status: `${rows.length} imports`, read: 0 };
  };
  const dying = start(['import', path]);
  while (!((await read()).read > 0)) await pause(5);
  dying.child.kill('SIGKILL');
  await dying.ended;
  const half = await read();
  assert.ok(half.status === 'running' && half.read < 6_000, JSON.stringify(half));

  const second = await hecht(['import', path]);
  assert.equal(second.code, 0, second.told);
  assert.match(second.told, new RegExp(`going on behind the ${half.read} items`));
  assert.match(second.said, /many\.csv: 6000 stored, 0 already known/);
  assert.deepEqual(await read(), { status: 'done', read: 6_000 });
  const states = async () =>
    (await database.pool.query('select * from tie_states order by tie_id, direction')).rows.map(
      ({ tau_ms, contact_count, mail_contact, days }) => [tau_ms, contact_count, mail_contact.toPrecision(9), days],
    );
  const stored = await states();
  assert.equal((await hecht(['rebuild'])).code, 0);
  assert.deepEqual(await states(), stored);
});

test('what cannot be imported, or by whom, is said in words', async () => {
  const nobody = await hecht(['import', await write('a.csv', orders), '--as', 'eve@overkant.example']);
  assert.deepEqual([nobody.code, nobody.said], [1, '']);
  assert.match(nobody.told, /Nobody here signs in as eve@overkant\.example/);
  const odd = await hecht(['import', await write('odd.bin', ['\u0001\u0002\u0003'])]);
  assert.equal(odd.code, 1);
  assert.match(odd.told, /mbox/);
  const gone = await hecht(['import', join(folder, 'gone.csv')]);
  assert.equal(gone.code, 1);
  assert.doesNotMatch(gone.told, /at async|node:internal/);
  assert.match((await hecht(['import', '--frobnicate'])).told, /frobnicate/);
});

test('rebuild makes the same again, doctor finds it well, and a key is made', async () => {
  const figures = async () =>
    (await database.pool.query('select tie_id, bond, trust from tie_figures order by tie_id')).rows;
  const before = await figures();
  const rebuilt = await hecht(['rebuild']);
  assert.equal(rebuilt.code, 0, rebuilt.told);
  assert.match(rebuilt.said, /\d+ interactions replayed/);
  const after = await figures();
  assert.equal(after.length, before.length);
  for (const [index, row] of after.entries()) {
    assert.equal(row.tie_id, before[index]?.tie_id);
    assert.ok(Math.abs(row.bond - before[index]?.bond) < 1e-4, 'only the seconds in between may show');
  }
  assert.match((await hecht(['rebuild', '--only', 'everything'])).told, /no phase "everything"/);
  const doctor = await hecht(['doctor']);
  assert.deepEqual([doctor.code, doctor.told], [0, ''], doctor.said);
  assert.match((await hecht(['apikey', 'till'])).said, /^hecht_\w{40,}\n$/);
});

test('a task is written in one line, listed, and ticked off', async () => {
  const added = await hecht(['tasks', 'add', 'elke week voorraad tellen']);
  assert.equal(added.code, 0, added.told);
  const [id = '', , dueOn = ''] = added.said.split('\t');
  assert.match(dueOn, /^\d{4}-\d\d-\d\d$/);
  const listed = JSON.parse((await hecht(['tasks', '--json'])).said) as { title: string; repeat: object }[];
  assert.deepEqual([listed[0]?.title, listed[0]?.repeat], ['voorraad tellen', { every: 1, unit: 'week', from: 'due' }]);
  const done = await hecht(['tasks', 'done', id]);
  assert.match(done.said, /\tdone\t/, done.told);
  const again = (await hecht(['tasks'])).said;
  assert.equal(again.split('\n').filter(Boolean).length, 1, 'next week it is there again');
  assert.ok(!again.startsWith(id));
  assert.match((await hecht(['tasks', 'done', 'nothing'])).told, /No open task is named nothing/);
  assert.match((await hecht(['tasks', 'frobnicate'])).told, /Usage: hecht tasks/);
});

test('a relation is added, found again with a typo, and shown', async () => {
  const args = [
    'parties',
    'add',
    'Hotel',
    'Marktzicht',
    '--organisation',
    '--mail',
    'info@marktzicht.example',
    '--tag',
    'Terras',
  ];
  const added = await hecht(args);
  assert.equal(added.code, 0, added.told);
  assert.match(added.said, /^name\tHotel Marktzicht$/m);
  assert.match((await hecht(['parties', 'search', 'marktzigt'])).said, /\torganisation\tHotel Marktzicht\t/);
  const shown = JSON.parse((await hecht(['parties', 'show', 'marktzicht', '--json'])).said) as Record<string, unknown>;
  assert.deepEqual([shown['name'], shown['tags']], ['Hotel Marktzicht', ['Terras']]);
  assert.match((await hecht(['parties'])).said, /Hotel Marktzicht/);
  assert.match((await hecht(['parties', 'show', 'niemand hier'])).told, /Nobody here looks like "niemand hier"/);
  assert.match((await hecht(['parties', 'frobnicate', 'x'])).told, /Usage: hecht parties/);
});

test('events of another program are told from a file, once', async () => {
  const file = join(folder, 'told.jsonl');
  const order = {
    type: 'order',
    id: '1',
    at: '2026-03-01T09:00:00Z',
    customer: { mail: 'tess@klaver.example', name: 'Tess' },
  };
  await writeFile(
    file,
    [JSON.stringify(order), '', '{"type":"order"}', 'geen json', JSON.stringify({ ...order, id: '2' })].join('\n'),
  );
  const first = await hecht(['events', file, '--source', 'winkel']);
  assert.equal(first.code, 1);
  assert.match(first.said, /^2 new, 0 put right, 0 known, 2 left out$/m);
  assert.match(first.told, /line 3: .*\nline 4: no JSON/);
  assert.match(
    (await hecht(['events', file, '--source', 'winkel'])).said,
    /^0 new, 0 put right, 2 known, 2 left out$/m,
  );
  assert.match((await hecht(['events', file])).told, /Usage: hecht events/);
});

test('a forgotten password is given anew, and sessions of the old one end', async () => {
  await database.pool.query(`insert into sessions (id, user_id, token, expires_at, created_at, updated_at)
    select gen_random_uuid(), id, 'old', now() + interval '1 day', now(), now() from users`);
  const changed = await hecht(['users', 'password', 'joris@overkant.example'], 'thee zonder suiker\n');
  assert.equal(changed.code, 0, changed.told);
  assert.equal((await database.pool.query('select from sessions')).rowCount, 0);
});
