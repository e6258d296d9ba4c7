import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Connector, ConnectorItem } from '#services/imports/connector.ts';
import { makeInput, testCompliance } from '../compliance.ts';
import { signal } from './signal.ts';
import { signalText } from './signal-text.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hecht-signal-'));
});
after(() => rm(folder, { recursive: true }));

async function write(lines: readonly unknown[]): Promise<string> {
  const path = join(folder, 'main.jsonl');
  await writeFile(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return path;
}

async function readAll(connector: Connector, path: string): Promise<ConnectorItem[]> {
  const input = { ...makeInput(path, null, new AbortController().signal), owner: 'u1', timeZone: 'Europe/Amsterdam' };
  const items: ConnectorItem[] = [];
  for await (const item of connector.read(input)) items.push(item);
  return items;
}

function shown(items: readonly ConnectorItem[]) {
  return items.map((item) => {
    if (item.type !== 'interaction') return item.type === 'failed' ? item.problem : item.type;
    const { from, to, channel, snippet } = item.record;
    return [from.value, from.displayName, to.map(({ value }) => value).join(' '), channel, snippet];
  });
}

const said = (chatId: string, authorId: string, dateSent: number | string, more: object) => ({
  chatItem: { chatId, authorId, dateSent: String(dateSent), outgoing: {}, ...more },
});
const words = (body: string) => ({ standardMessage: { text: { body } } });
const may = Date.UTC(2026, 4, 1);
const lines = [
  { version: '1', backupTimeMs: String(may), mediaRootBackupKey: 'AA==' },
  { account: { givenName: 'Karin', svrPin: '' } },
  { recipient: { id: '1', self: {} } },
  {
    recipient: {
      id: '2',
      contact: { aci: 'ANS=', e164: '31612345678', systemGivenName: 'Ans', systemFamilyName: 'de Wit' },
    },
  },
  { recipient: { id: '3', contact: { aci: 'YARA', profileGivenName: 'Yara' } } },
  {
    recipient: { id: '4', group: { masterKey: 'x', snapshot: { members: [{ userId: 'ANS=' }, { userId: 'YARA' }] } } },
  },
  { recipient: { id: '5', releaseNotes: {} } },
  { chat: { id: '10', recipientId: '2' } },
  { chat: { id: '11', recipientId: '4' } },
  { chat: { id: '12', recipientId: '1' } },
  { chat: { id: '13', recipientId: '5' } },
  said('10', '2', may, words('Hoi Karin')),
  said('10', '1', may + 1_000, words('Dag Ans')),
  said('10', '2', may + 2_000, { stickerMessage: { sticker: {} } }),
  said('10', '2', may + 3_000, {
    updateMessage: { individualCall: { type: 'AUDIO_CALL', direction: 'INCOMING', state: 'ACCEPTED' } },
  }),
  said('10', '2', may + 4_000, {
    updateMessage: { individualCall: { type: 'VIDEO_CALL', direction: 'INCOMING', state: 'MISSED' } },
  }),
  said('10', '2', may + 5_000, { remoteDeletedMessage: {} }),
  said('11', '3', may + 6_000, words('Allemaal welkom')),
  said('12', '1', may + 7_000, words('notitie voor mezelf')),
  said('13', '5', may + 8_000, words('Nieuw in Signal')),
  said('10', '2', 'gisteren', words('wanneer?')),
  '{"chatItem":{"chatId":"10",',
];

testCompliance('Signal', async () => ({
  connector: signal,
  path: await write(lines),
  expectedItems: 7,
  expectedFailures: 2,
}));

test('who is who stands in the file; a group is heard by all; notes to oneself and missed calls are nothing', async () => {
  const [me, ans, yara] = ['chat:u1', '+31612345678', 'chat:u1:yara'];
  assert.deepEqual(shown(await readAll(signal, await write(lines))), [
    [ans, 'Ans de Wit', me, 'chat', 'Hoi Karin'],
    [me, null, ans, 'chat', 'Dag Ans'],
    [ans, 'Ans de Wit', me, 'chat', null],
    [ans, 'Ans de Wit', me, 'call', null],
    [yara, 'Yara', `${me} ${ans}`, 'chat', 'Allemaal welkom'],
    'chat-date-impossible',
    'row-json-unreadable',
  ]);
});

test('as lines of text: Me is oneself', async () => {
  const path = await write([
    '[2026-05-01 09:30:12] Me: Hoe is het?',
    '[2026-05-01 09:31:00] Ans: Goed!',
    'En daar?',
    '',
  ]);
  assert.deepEqual(shown(await readAll(signalText, path)), [
    ['chat:u1', null, 'chat:u1:ans', 'chat', 'Hoe is het?'],
    ['chat:u1:ans', 'Ans', 'chat:u1', 'chat', 'Goed! En daar?'],
  ]);
});

testCompliance('Signal as text', async () => {
  const times = ['09:30', '09:31', '09:32', '09:33', '09:34', '25:00'];
  const text = times.map((time, at) => `[2026-05-01 ${time}] ${at % 2 === 0 ? 'Me' : 'Ans'}: ${at}`);
  return { connector: signalText, path: await write(text), expectedItems: 6, expectedFailures: 1 };
});
