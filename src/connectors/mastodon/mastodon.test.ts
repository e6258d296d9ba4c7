import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asReader, type PlaceCursor, type Reach, ReaderProblem } from '#services/connections/reader.ts';
import { accessToken, openMastodonDouble, ours } from '#test/doubles/mastodon-double.ts';
import { testReader } from '../reader-compliance.ts';
import { mastodonReader } from './mastodon.ts';

const ans = { id: '7', acct: 'Ans', display_name: 'Ans de Wit', url: 'https://koffie.example/@Ans' };
const yara = { id: '8', acct: 'yara@elders.example', display_name: '', url: 'https://elders.example/@yara' };
const places: readonly PlaceCursor[] = ['notifications', 'statuses'].map((place) => ({
  place,
  role: null,
  cursor: null,
}));

type Who = typeof ans | typeof ours;
function status(id: string, account: Who, more: object = {}) {
  const url = `https://koffie.example/@${account.acct}/${id}`;
  const base = {
    visibility: 'public',
    content: '<p>Dag <b>daar</b> &amp; hier</p>',
    mentions: [],
    in_reply_to_id: null,
  };
  return {
    id,
    uri: url,
    url,
    created_at: '2026-05-01T09:00:00.000Z',
    account,
    in_reply_to_account_id: null,
    ...base,
    ...more,
  };
}

async function openFilled() {
  const double = await openMastodonDouble();
  const { notifications, statuses } = double.lists;
  const at = '2026-05-01T09:00:00.000Z';
  const tell = (id: string, type: string, account: Who, about?: object) =>
    notifications.push({ id, type, created_at: at, account, ...(about && { status: about }) } as { id: string });
  tell('9', 'mention', yara, status('101', yara));
  tell('10', 'mention', ans, status('102', ans, { in_reply_to_id: '50', in_reply_to_account_id: ours.id }));
  tell('11', 'favourite', ans, status('50', ours));
  tell('12', 'reblog', ans, status('50', ours));
  tell('13', 'follow', yara);
  tell('14', 'mention', ans, status('103', ans, { visibility: 'direct', content: '<p>geheim</p>' }));
  tell('15', 'mention', ans, status('104', ans, { visibility: 'private', content: '<p>alleen volgers</p>' }));
  statuses.push(status('50', ours));
  const toAns = { in_reply_to_id: '102', in_reply_to_account_id: ans.id, mentions: [{ id: ans.id, acct: 'Ans' }] };
  statuses.push(status('60', ours, toAns));
  statuses.push(status('61', ours, { reblog: status('101', yara) }));
  statuses.push(status('62', ours, { ...toAns, visibility: 'direct' }));
  const reach = (signal: AbortSignal = new AbortController().signal, token = accessToken): Reach<'mastodon'> => ({
    settings: { kind: 'mastodon', server: double.url },
    secret: { type: 'password', password: token },
    ...{
      net: double.net,
      signal,
      ownAddresses: [],
      defaultCountry: 'NL',
      timeZone: 'Europe/Amsterdam',
      nowMs: Date.UTC(2026, 5, 1),
    },
  });
  return { double, reach };
}

testReader('mastodon', async () => {
  const { double, reach } = await openFilled();
  return {
    reader: asReader(mastodonReader),
    reach: (signal) => reach(signal) as Reach,
    places,
    keys: [
      ...['status:101', 'status:102', 'notification:11', 'notification:12', 'notification:13', 'status:104'],
      ...['status:60', 'status:61'],
    ],
    async add() {
      const [seen] = double.lists.notifications;
      double.lists.notifications.push({ ...seen, id: '16', status: status('105', yara) } as { id: string });
      double.lists.statuses.push(status('63', ours, { mentions: [{ id: ans.id, acct: 'Ans' }] }));
      return ['status:105', 'status:63'];
    },
    fault: async (kind) => double.setFault(kind, kind === 'revoked' ? 0 : 3),
    faults: {
      cut: ['cut-off', 'unreachable'],
      throttled: ['throttled'],
      revoked: ['wrong-password', 'revoked'],
      garbage: ['garbage'],
    },
    close: double.close,
  };
});

let filled: Awaited<ReturnType<typeof openFilled>>;
before(async () => {
  filled = await openFilled();
});
after(() => filled.double.close());

test('who did what to whom; nothing of a direct message, and of one for followers only that and when', async () => {
  const seen: unknown[] = [];
  for await (const { items } of mastodonReader.read(filled.reach(), places)) {
    for (const item of items) {
      assert.ok(item.type === 'interaction');
      const { from, to, kind, snippet, answers } = item.record;
      seen.push([from.value, kind, to.map(({ value }) => value).join(' '), snippet, answers.join(' ')]);
    }
  }
  const own = 'mastodon:overkant@koffie.example';
  const [a, y] = ['mastodon:ans@koffie.example', 'mastodon:yara@elders.example'];
  assert.deepEqual(seen, [
    [y, 'post', own, 'Dag daar & hier', ''],
    [a, 'comment', own, 'Dag daar & hier', 'status:50'],
    [a, 'like', own, null, ''],
    [a, 'share', own, null, ''],
    [y, 'follow', own, null, ''],
    [a, 'post', own, null, ''],
    [own, 'comment', a, 'Dag daar & hier', 'status:102'],
    [own, 'share', y, null, ''],
  ]);
});

test('the account is known by where its people live, and a token that is none is said to be wrong', async () => {
  const { own, name } = await mastodonReader.look(filled.reach());
  assert.deepEqual([name, own[0]?.value], ['@overkant@koffie.example', 'mastodon:overkant@koffie.example']);
  const isWrong = (error: unknown) => error instanceof ReaderProblem && error.problem === 'wrong-password';
  await assert.rejects(mastodonReader.look(filled.reach(undefined, 'nee')), isWrong);
  filled.double.setFault('throttled');
  const untilDate = (error: unknown) =>
    error instanceof ReaderProblem && error.retryAtMs === Date.UTC(2026, 5, 1, 0, 5);
  await assert.rejects(mastodonReader.look(filled.reach()), untilDate);
  filled.double.setFault(null);
});
