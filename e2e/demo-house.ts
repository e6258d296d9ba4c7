import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { request } from 'playwright-core';
import { copyOf, ensureTemplate, schemaTemplate, type Template } from '#test/database.ts';
import { type House, houseOn, startApp } from './app.ts';
import { askFor, moveIn } from './move-in.ts';

const checkout = fileURLToPath(new URL('../', import.meta.url));
const folders = join(checkout, '.tmp', 'demo-houses');
const hourMs = 3_600_000;

/** A house with its owner and the demo firm in it: the program moved in once, each file has a copy. */
export async function demoHouse(): Promise<House> {
  mkdirSync(folders, { recursive: true });
  const schema = await schemaTemplate();
  await ensureTemplate(schema);
  const template = demoTemplate(schema);
  const house = await houseOn(await copyOf(template));
  await cp(join(folders, template.name), house.dataDir, { recursive: true });
  return house;
}

/** Another program or another hour has another demo firm: its days are counted back from now. */
function demoTemplate({ name: from }: Template): Template {
  const madeOf = createHash('sha256').update(
    `${from} ${Math.floor(Date.now() / hourMs)} ${statSync(folders).birthtimeMs}`,
  );
  const files = globSync('src/**/*.ts', { cwd: checkout, exclude: ['src/web/**'] });
  for (const file of files.sort()) madeOf.update(readFileSync(join(checkout, file)));
  const name = `hecht_template_demo_${madeOf.digest('hex').slice(0, 12)}`;
  return { name, from, lock: 4_321_003, fill: (url) => moveInOnce(url, join(folders, name)) };
}

async function moveInOnce(databaseUrl: string, dataDir: string): Promise<void> {
  rmSync(dataDir, { recursive: true, force: true });
  const app = await startApp({ databaseUrl, dataDir, clear: async () => undefined });
  const session = await request.newContext();
  try {
    await moveIn(session, app);
    await askFor(session, app, '/api/demo');
  } finally {
    await session.dispose();
    await app.stop();
  }
}
