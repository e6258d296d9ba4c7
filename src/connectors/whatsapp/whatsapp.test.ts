import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import type { ConnectorItem, ReadInput } from '#services/imports/connector.ts';
import { rankNames } from '../chat/rank-names.ts';
import { makeInput, testCompliance } from '../compliance.ts';
import { whatsapp } from './whatsapp.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hecht-whatsapp-'));
});
after(() => rm(folder, { recursive: true }));

async function write(content: string | Buffer, name = 'chat.txt'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function read(content: string | Buffer, more: Partial<ReadInput> = {}): Promise<ConnectorItem[]> {
  const path = await write(content);
  const input = {
    ...makeInput(path, null, new AbortController().signal),
    ownAddresses: ['Karin'],
    owner: 'u1',
    ...more,
  };
  const items: ConnectorItem[] = [];
  for await (const item of whatsapp.read({ timeZone: 'Europe/Amsterdam', ...input })) items.push(item);
  return items;
}

function shown(items: readonly ConnectorItem[]) {
  return items.map((item) => {
    if (item.type !== 'interaction') return item.type === 'failed' ? item.problem : item.type;
    const { atMs, from, to, channel, snippet } = item.record;
    return [new Date(atMs).toISOString(), from.value, to.map(({ value }) => value).join(' '), channel, snippet];
  });
}

const dutchAndroid = [
  '12-03-2024 14:05 - Berichten en oproepen zijn end-to-end versleuteld. Tik voor meer informatie.',
  '12-03-2024 14:05 - Ans de Wit: Kom je morgen?',
  'Neem je de tas mee: die rode',
  '12-03-2024 14:06 - Karin: Ja! 😀',
  '12-03-2024 14:07 - Ans de Wit: <Media weggelaten>',
  '31-02-2024 14:08 - Ans de Wit: kan niet',
  '13-07-2024 09:00 - Ans de Wit: Dit bericht is verwijderd',
  '13-07-2024 09:01 - Karin: Tot zo <Dit bericht is bewerkt>',
  '13-07-2024 09:02 - Karin: afspraak.pdf (bestand bijgevoegd)',
  '',
].join('\n');

testCompliance('WhatsApp', async () => ({
  connector: whatsapp,
  path: await write(dutchAndroid),
  expectedItems: 6,
  expectedFailures: 1,
}));

const [me, ans] = ['chat:u1', 'chat:u1:ans de wit'];

test('Dutch Android: several lines, pictures, what was taken back, what cannot be', async () => {
  assert.deepEqual(shown(await read(dutchAndroid)), [
    ['2024-03-12T13:05:00.000Z', ans, me, 'chat', 'Kom je morgen? Neem je de tas mee: die rode'],
    ['2024-03-12T13:06:00.000Z', me, ans, 'chat', 'Ja! 😀'],
    ['2024-03-12T13:07:00.000Z', ans, me, 'chat', null],
    'chat-date-impossible',
    ['2024-07-13T07:01:00.000Z', me, ans, 'chat', 'Tot zo'],
    ['2024-07-13T07:02:00.000Z', me, ans, 'chat', null],
  ]);
});

test('English iPhone with the month first and half days, in a zip; who is no contact stands by number', async () => {
  const text = [
    '\ufeff[3/2/24, 2:05:09\u202fPM] Ans de Wit: \u200eMessages and calls are end-to-end encrypted.',
    '[3/2/24, 2:05:10\u202fPM] Ans de Wit: Hi',
    '\u200e[3/2/24, 12:00:00\u202fAM] Karin: \u200eimage omitted',
    '[3/13/24, 11:59:59\u202fPM] ~\u202fAns de Wit: Bye',
    '[3/14/24, 9:00:00\u202fAM] Ans de Wit: \u200eVoice call, \u200e12 min',
    '[3/14/24, 9:30:00\u202fAM] Ans de Wit: \u200eMissed video call, \u200eTap to call back',
  ].join('\r\n');
  assert.deepEqual(shown(await read(zip('_chat.txt', text))), [
    ['2024-03-02T13:05:10.000Z', ans, me, 'chat', 'Hi'],
    ['2024-03-01T23:00:00.000Z', me, ans, 'chat', null],
    ['2024-03-13T22:59:59.000Z', ans, me, 'chat', 'Bye'],
    ['2024-03-14T08:00:00.000Z', ans, me, 'call', null],
  ]);
  const number = '[12/03/2024, 14:05:10] +31 6 12345678: Dag\n[12/03/2024, 14:06:10] Karin: Dag\n';
  assert.deepEqual(shown(await read(number))[0], ['2024-03-12T13:05:10.000Z', '+31612345678', me, 'chat', 'Dag']);
});

test('a German group: everybody hears it; who joined and a renamed group say nothing', async () => {
  const text = [
    '12.03.24, 14:05 - Karin hat die Gruppe „Röster: Nord“ erstellt.',
    '12.03.24, 14:06 - Ans de Wit: Hallo zusammen',
    '12.03.24, 14:07 - Yara: <Medien ausgeschlossen>',
    '12.03.24, 14:08 - Karin: Servus',
    '12.03.24, 14:09 - Ans de Wit hat „Neu: Nord“ als neuen Betreff festgelegt',
  ].join('\n');
  assert.deepEqual(
    shown(await read(text, { fileName: 'WhatsApp Chat mit Röster.txt' })).map((one) => (one as string[]).slice(1)),
    [
      [ans, 'chat:u1:yara chat:u1', 'chat', 'Hallo zusammen'],
      ['chat:u1:yara', `${ans} chat:u1`, 'chat', null],
      [me, `${ans} chat:u1:yara`, 'chat', 'Servus'],
    ],
  );
});

test('a later export of the same chat gives the same keys; the same words in another chat do not', async () => {
  const keys = (items: readonly ConnectorItem[]) =>
    items.flatMap((item) => (item.type === 'interaction' ? [item.record.sourceKey] : []));
  const first = keys(await read(dutchAndroid));
  const withMedia = dutchAndroid.replace('<Media weggelaten>', 'IMG-20240312.jpg (bestand bijgevoegd)');
  assert.deepEqual(keys(await read(`${withMedia}14-07-2024 10:00 - Karin: Meer\n`)).slice(0, 5), first);
  const other = keys(await read(dutchAndroid.replaceAll('Ans de Wit', 'Bram')));
  assert.deepEqual(
    other.filter((key) => first.includes(key)),
    [],
  );
});

test('a chat in which one only spoke oneself is with whom the file is called after', async () => {
  const text = '12-03-2024 14:05 - Karin: Hallo?\n12-03-2024 14:06 - Karin: Ben je er?\n';
  assert.deepEqual(shown(await read(text, { fileName: 'WhatsApp-chat met Ans de Wit (1).txt' })).length, 2);
  assert.deepEqual(shown(await read(text, { fileName: 'chat.txt' })), ['chat-with-nobody', 'chat-with-nobody']);
});

test('who takes part, to ask which of them one is; an empty zip and a bomb are told, not read', async () => {
  assert.deepEqual(await rankNames(await write(dutchAndroid)), [
    { address: 'Ans de Wit', count: 3 },
    { address: 'Karin', count: 3 },
  ]);
  assert.deepEqual(shown(await read(zip('foto.jpg', 'x'))), ['chat-without-text']);
  assert.deepEqual(shown(await read(zip('_chat.txt', 'a'.repeat(70_000_000)))), ['chat-without-text']);
});

/** One entry, as telephones pack it. */
function zip(name: string, text: string): Buffer {
  const [data, file] = [deflateRawSync(Buffer.from(text)), Buffer.from(name)];
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(data.length, 18);
  head.writeUInt16LE(file.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(data.length, 20);
  entry.writeUInt16LE(file.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(head.length + file.length + data.length, 16);
  return Buffer.concat([head, file, data, entry, file, end]);
}
