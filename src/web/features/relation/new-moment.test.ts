import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type MomentDraft, toInteraction } from './new-moment.ts';

const draft: MomentDraft = {
  choice: 'call',
  isFromUs: true,
  when: '2026-05-03T10:00',
  text: ' about the tins ',
  gained: 'nobody',
  benefit: 'help',
  theirId: 'them',
};

test('a call from us goes to them, with its text and no benefit', () => {
  const input = toInteraction(draft, 'me');
  assert.equal(input?.channel, 'call');
  assert.deepEqual(input?.to, [{ partyId: 'them' }]);
  assert.equal(input?.text, 'about the tins');
  assert.equal('benefits' in (input ?? {}), false);
});

test('who gained is the receiver of the benefit, whoever called', () => {
  const giverWhen = (isFromUs: boolean, gained: 'ours' | 'theirs') => {
    const input = toInteraction({ ...draft, isFromUs, gained }, 'me');
    return input && 'benefits' in input ? input.benefits?.[0]?.giver : undefined;
  };
  // "They gained": we gave. From us, we are the sender; from them, we are the receiver.
  assert.equal(giverWhen(true, 'theirs'), 'from');
  assert.equal(giverWhen(false, 'theirs'), 'to');
  assert.equal(giverWhen(true, 'ours'), 'to');
  assert.equal(giverWhen(false, 'ours'), 'from');
});

test('what came from them needs somebody of ours to have received it', () => {
  assert.equal(toInteraction({ ...draft, isFromUs: false }, null), null);
  const input = toInteraction({ ...draft, isFromUs: false }, 'me');
  assert.deepEqual(input && 'from' in input ? input.from : null, { partyId: 'them' });
});
