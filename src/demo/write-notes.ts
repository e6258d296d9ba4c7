/** What Joris wrote down about a few relations, one of it pinned, one with a file to keep. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { v4 as randomUuid, v7 as uuidv7 } from 'uuid';
import type { RichBlock, RichInline, RichText } from '#contract/rich-text.ts';
import type { Context } from '#services/context.ts';
import { forgetDemoChanges, type writeDemoRecords } from '#services/demo/demo-records.ts';
import { createNote } from '#services/notes/change-note.ts';

interface DemoNote {
  readonly party: string;
  readonly daysAgo: number;
  readonly body: RichText;
  readonly isPinned?: boolean;
  readonly file?: { readonly name: string; readonly text: string };
}

const words = (text: string): RichInline => ({ type: 'text', text });
const bold = (text: string): RichInline => ({ type: 'text', text, marks: [{ type: 'bold' }] });
const line = (...content: RichInline[]): RichBlock => ({ type: 'paragraph', content });
const list = (...items: string[]): RichBlock => ({
  type: 'bulletList',
  content: items.map((text) => ({ type: 'listItem', content: [line(words(text))] })),
});
const ticked = (...items: readonly (readonly [boolean, string])[]): RichBlock => ({
  type: 'taskList',
  content: items.map(([checked, text]) => ({ type: 'taskItem', attrs: { checked }, content: [line(words(text))] })),
});
const doc = (...content: RichBlock[]): RichText => ({ type: 'doc', content });

const notes: readonly DemoNote[] = [
  {
    party: 'ans',
    daysAgo: 548,
    body: doc(line(words('Hecht zegt: alles loopt via Lotte. Iemand anders een keer langs laten gaan; komt nog wel.'))),
  },
  {
    party: 'studio-zeven',
    daysAgo: 380,
    body: doc(
      line(words('Yara’s voorstel voor de '), bold('retourblikken'), words(', zoals ze het zelf zegt:')),
      { type: 'blockquote', content: [line(words('Niet nog een bakje erbij, maar één blik dat terugkomt.'))] },
      ticked([true, 'Proef met twintig blikken'], [true, 'Statiegeld bepalen'], [false, 'Haar naam op het blik']),
    ),
    file: {
      name: 'Retourblikken, eerste schets.txt',
      text: 'Blik van een kilo, deksel met klem.\nTerug op de toonbank of met de bezorger mee.\nIdee: Yara Hofman, Studio Zeven.\n',
    },
  },
  {
    party: 'marktzicht',
    daysAgo: 110,
    isPinned: true,
    body: doc(
      line(
        bold('Voor wie langsgaat: '),
        words('achterom, door het steegje. De keuken is vóór tienen en na tweeën rustig.'),
      ),
      list('De maler staat links; de reserve ligt bij Bram op de plank.', 'Vertel altijd zelf wat er gedaan is.'),
    ),
  },
  {
    party: 'klaver',
    daysAgo: 34,
    body: doc(
      line(words('Denkt over een tweede zaak aan de kade. Nog niet rondvertellen; ze belt zelf als het zover is.')),
    ),
  },
];

const dayMs = 86_400_000;

type Within = Parameters<typeof writeDemoRecords>[0];

export async function writeNotes(ctx: Within, house: { readonly idOf: (key: string) => string }): Promise<void> {
  const batchId = uuidv7();
  for (const { party, daysAgo, body, isPinned = false, file } of notes) {
    const at = new Date(ctx.now().getTime() - daysAgo * dayMs);
    const files = file ? [{ uploadId: await upload(ctx, file.text), name: file.name }] : [];
    await createNote({ ...ctx, batchId, now: () => at }, { partyId: house.idOf(party), body, isPinned, files });
  }
  await forgetDemoChanges(ctx, batchId);
}

/** As if it had been sent by the browser. */
async function upload(ctx: Context, text: string): Promise<string> {
  const uploadId = randomUuid();
  const userId = ctx.actor.kind === 'user' ? ctx.actor.userId : '';
  const path = ctx.ports.uploadPath({ userId, uploadId });
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, text, { mode: 0o600 });
  return uploadId;
}
