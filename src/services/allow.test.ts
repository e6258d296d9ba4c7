import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Action, allow, type Guarded, isAllowed } from './allow.ts';
import type { Actor } from './context.ts';

const owner: Actor = { kind: 'user', userId: 'o', role: 'owner', partyId: null, via: 'web' };
const member: Actor = { kind: 'user', userId: 'm', role: 'member', partyId: null, via: 'web' };
const system: Actor = { kind: 'system' };

const actors: readonly (readonly [string, Actor])[] = [
  ['o', owner],
  ['m', member],
  ['s', system],
];

const rows = {
  plain: {},
  privateOfMember: { visibleTo: ['m'] },
  privateOfNobody: { visibleTo: [] },
  mailOfMember: { ownerUserId: 'm' },
  sharedMailOfMember: { ownerUserId: 'm', shownAs: 'all' },
  namedMailOfMember: { ownerUserId: 'm', shownAs: 'subject' },
  hiddenMailOfMember: { ownerUserId: 'm', shownAs: 'nothing' },
} as const satisfies Record<string, Guarded>;

const owned = { share: 'm', 'use-own': 'm' };

/** What each may do with each row: o(wner), m(ember), s(ystem). */
const expected: Record<keyof typeof rows, Record<Action, string>> = {
  plain: { see: 'oms', edit: 'oms', 'read-subject': 'oms', 'read-text': 'oms', share: '', 'use-own': '', govern: 'os' },
  privateOfMember: { see: 'm', edit: 'm', 'read-subject': 'm', 'read-text': 'm', share: '', 'use-own': '', govern: '' },
  privateOfNobody: { see: '', edit: '', 'read-subject': '', 'read-text': '', share: '', 'use-own': '', govern: '' },
  mailOfMember: { see: 'oms', edit: 'oms', 'read-subject': 'm', 'read-text': 'm', ...owned, govern: 'os' },
  sharedMailOfMember: { see: 'oms', edit: 'oms', 'read-subject': 'oms', 'read-text': 'oms', ...owned, govern: 'os' },
  namedMailOfMember: { see: 'oms', edit: 'oms', 'read-subject': 'oms', 'read-text': 'm', ...owned, govern: 'os' },
  hiddenMailOfMember: { see: 'm', edit: 'm', 'read-subject': 'm', 'read-text': 'm', ...owned, govern: '' },
};

test('every actor, act and row is decided as written here', () => {
  for (const [name, acts] of Object.entries(expected)) {
    const row: Guarded = rows[name as keyof typeof rows];
    for (const [action, allowed] of Object.entries(acts)) {
      for (const [letter, actor] of actors) {
        assert.equal(isAllowed(actor, action as Action, row), allowed.includes(letter), `${letter} ${action} ${name}`);
      }
    }
  }
});

test('what may not be seen answers like what does not exist', () => {
  assert.throws(() => allow(owner, 'see', rows.privateOfMember), { code: 'not-found' });
  assert.throws(() => allow(owner, 'see', undefined), { code: 'not-found' });
  assert.throws(() => allow(owner, 'use-own', rows.mailOfMember), { code: 'not-found' });
  assert.throws(() => allow(owner, 'share', rows.mailOfMember), { code: 'not-allowed' });
  assert.throws(() => allow(member, 'govern', rows.plain), { code: 'not-allowed' });
  assert.equal(allow(member, 'edit', rows.privateOfMember), rows.privateOfMember);
});
