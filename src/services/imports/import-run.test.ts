import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type House, testHouse, testNow } from '#test/house.ts';
import { AppError } from '../app-error.ts';
import type { Context } from '../context.ts';
import type { Connector, ConnectorItem, InteractionRecord } from './connector.ts';
import { createImportOfPath } from './create-import.ts';
import { getImport } from './get-import.ts';
import { readImportErrors } from './import-errors.ts';
import { previewImport } from './preview-import.ts';
import { resumeImports } from './resume-imports.ts';
import { runImport } from './run-import.ts';
import { askUndoOfImport, cancelImport, startImport } from './start-import.ts';
import { undoImport } from './undo-import.ts';

const dayMs = 86_400_000;
const items = 3_203;
const broken = 32;
const path = join(tmpdir(), `hecht-import-run-${process.pid}.txt`);

let house: House;
before(async () => {
  house = await testHouse();
  await writeFile(path, 'x');
});
after(() => house.drop());

const mail = (value: string) => ({ kind: 'mail', value, displayName: null }) as const;

function record(at: number): InteractionRecord {
  return {
    sourceKey: `m${at}`,
    atMs: testNow.getTime() - 400 * dayMs + at * 3_600_000,
    channel: 'mail',
    kind: 'message',
    from: at % 2 === 0 ? mail('sanne@overkant.nl') : mail(`p${at % 7}@klant${at % 7}.nl`),
    to: [at % 2 === 0 ? mail(`p${(at + 1) % 7}@klant${(at + 1) % 7}.nl`) : mail('sanne@overkant.nl')],
    subject: `Mail ${at}`,
    snippet: 'x',
    answers: at > 0 ? [`m${at - 1}`] : [],
    mailClass: at % 50 === 49 ? 'list' : 'person',
    asked: null,
    valence: null,
    benefits: [],
    order: null,
  };
}

/** A source of our own making: reads 3,203 items, of which every hundredth is broken; calls `each` before each. */
function counting(each: (at: number) => void = () => undefined): Connector {
  return {
    name: 'counting',
    brings: 'mail',
    isPrivate: true,
    recognise: () => 1,
    totalBytes: async () => items,
    async *read({ from, signal }): AsyncIterable<ConnectorItem> {
      for (let at = Number(from?.at ?? -1) + 1; at < items; at += 1) {
        if (signal.aborted) return;
        each(at);
        const place = { cursor: { at }, doneBytes: at + 1 };
        if (at % 100 === 99)
          yield { ...place, type: 'failed', position: `${at}`, problem: 'bad-mime', raw: Buffer.from('raw') };
        else yield { ...place, type: 'interaction', record: record(at) };
      }
    },
  };
}

function contextWith(connector: Connector): Context {
  return {
    ...house.sanne,
    ports: { ...house.sanne.ports, connectors: [connector], suggestOwnAddresses: async () => [] },
  };
}

async function begin(ctx: Context): Promise<string> {
  const { id } = await createImportOfPath(ctx, { path, fileName: 'post.txt', previewLater: false });
  await previewImport(ctx, { importId: id });
  await startImport(ctx, { importId: id, ownAddresses: ['sanne@overkant.nl'] });
  return id;
}

async function fingerprint(): Promise<unknown> {
  const { rows } = await sql`
    select (select count(*) from interactions)::int as interactions, (select count(*) from tie_events)::int as events,
      (select count(*) from parties)::int as parties, (select round(sum(mail_contact)::numeric, 9)::text from tie_states) as contact,
      (select count(*) from ties)::int as ties`.execute(house.db);
  return rows[0];
}

test('previews, runs, changes nothing the second time, and is undone whole', async () => {
  const ctx = contextWith(counting());
  const before = await fingerprint();
  const id = await begin(ctx);
  const { preview } = await getImport(ctx, { importId: id });
  assert.equal(preview?.counts.read, items);
  assert.equal(preview?.counts.failed, broken);
  assert.deepEqual(await fingerprint(), before, 'a preview stores nothing');
  await runImport(ctx, { importId: id });
  const done = await getImport(ctx, { importId: id });
  assert.equal(done.status, 'done');
  assert.equal(done.counts.stored, items - broken);
  assert.equal(done.counts.failed, broken);
  const errors = [];
  for await (const line of readImportErrors(ctx, { importId: id })) errors.push(line);
  assert.equal(errors.length, broken);
  const after = await fingerprint();

  const again = await begin(ctx);
  await runImport(ctx, { importId: again });
  const second = await getImport(ctx, { importId: again });
  assert.equal(second.counts.stored, 0);
  assert.equal(second.counts.duplicates, items - broken);
  assert.deepEqual(await fingerprint(), after);

  await askUndoOfImport(ctx, { importId: id });
  await undoImport(ctx, { importId: id });
  assert.equal((await getImport(ctx, { importId: id })).status, 'undone');
  assert.deepEqual(await fingerprint(), before, 'nothing is left of it');
});

test('killed at any batch it goes on behind the last one, and ends in the same state', async () => {
  let lives = -1;
  const dying = counting((at) => {
    // Dies in the middle of a batch, three times at other places.
    if (at === [1_620, 2_101, 3_202][lives]) throw new Error('killed');
  });
  const ctx = contextWith(dying);
  const id = await begin(ctx);
  for (lives = 0; lives < 3; lives += 1) {
    await assert.rejects(runImport(ctx, { importId: id }));
    await startImport(ctx, { importId: id });
  }
  await runImport(ctx, { importId: id });
  const run = await getImport(ctx, { importId: id });
  assert.equal(run.status, 'done');
  assert.equal(run.counts.read, items);
  assert.equal(run.counts.stored, items - broken);
  await askUndoOfImport(ctx, { importId: id });
  await undoImport(ctx, { importId: id });
});

test('a run that was frozen while another carried on stores nothing more', async () => {
  const thaw = Promise.withResolvers<void>();
  const frozen = contextWith({
    ...counting(),
    async *read(input) {
      for await (const item of counting().read(input)) {
        if (item.doneBytes === 1_500) await thaw.promise;
        yield item;
      }
    },
  });
  const id = await begin(contextWith(counting()));
  const first = runImport(frozen, { importId: id });
  while ((await getImport(frozen, { importId: id })).counts.read === 0) await new Promise((go) => setImmediate(go));
  await runImport(contextWith(counting()), { importId: id });
  const finished = await getImport(frozen, { importId: id });
  thaw.resolve();
  await first;
  assert.deepEqual(await getImport(frozen, { importId: id }), finished);
  assert.deepEqual([finished.status, finished.counts.read, finished.counts.duplicates], ['done', items, 0]);
  await askUndoOfImport(frozen, { importId: id });
  await undoImport(frozen, { importId: id });
});

test('a cancelled import stops within a batch, keeps what it has, and can go on', async () => {
  const ctx = contextWith(counting());
  let cancelled: Promise<unknown> | null = null;
  const stopping = contextWith(
    counting((at) => {
      if (at === 2_101) cancelled = cancelImport(ctx, { importId: id });
    }),
  );
  const id = await begin(ctx);
  await runImport(stopping, { importId: id });
  await cancelled;
  const stopped = await getImport(ctx, { importId: id });
  assert.equal(stopped.status, 'cancelled');
  assert.ok(stopped.counts.stored > 0 && stopped.counts.stored < items - broken);
  await startImport(ctx, { importId: id });
  await runImport(ctx, { importId: id });
  assert.equal((await getImport(ctx, { importId: id })).counts.stored, items - broken);
  await askUndoOfImport(ctx, { importId: id });
  await undoImport(ctx, { importId: id });
});

test('an import is its owner’s: to a colleague it does not exist', async () => {
  const id = await begin(contextWith(counting()));
  await assert.rejects(getImport(house.bram, { importId: id }), new AppError('not-found'));
  await assert.rejects(cancelImport(house.bram, { importId: id }), new AppError('not-found'));
  await cancelImport(house.sanne, { importId: id });
  assert.equal((await getImport(house.sanne, { importId: id })).status, 'cancelled');
});

test('what a dead program left running is taken up again', async () => {
  const ctx = contextWith(counting());
  const id = await begin(ctx);
  const jobs: string[] = [];
  const later = new Date(testNow.getTime() + 60_000);
  const janitor: Context = {
    ...ctx,
    actor: { kind: 'system' },
    now: () => later,
    enqueue: async (job) => void jobs.push(`${job.name} ${job.data.importId}`),
  };
  await resumeImports(janitor);
  assert.deepEqual(jobs, [`run-import ${id}`]);
});
