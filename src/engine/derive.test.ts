import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { benefitKinds, benefitWeights } from './benefits.ts';
import { type Channel, channels, channelTable } from './channels.ts';
import { checkTieEvent } from './check-event.ts';
import { faultsOf, type InteractionFacts, type TieRow, tieEventsOf } from './derive.ts';
import { evidenceCodes, evidenceTable } from './evidence.ts';
import { interactionKinds } from './kinds.ts';

const hourMs = 3_600_000;
const customer = { id: 'yara', isOurs: false, answeredAfterMs: null };
const us = { id: 'joris', isOurs: true, answeredAfterMs: null };

/** Joris mails Yara. */
function facts(change: Partial<InteractionFacts> = {}): InteractionFacts {
  return {
    fromId: 'joris',
    fromIsOurs: true,
    receivers: [customer],
    channel: 'mail',
    kind: 'message',
    benefits: null,
    evidence: null,
    valence: 0,
    asked: true,
    lengthFactor: 1,
    expectedAnswerMs: null,
    surveyValue: null,
    atMs: 1000,
    day: 0,
    sourceNumber: 7,
    ...change,
  };
}

const fromYara = (change: Partial<InteractionFacts> = {}) =>
  facts({ fromId: 'yara', fromIsOurs: false, receivers: [us], ...change });

function only(rows: TieRow[]): TieRow {
  assert.equal(rows.length, 1);
  return rows[0] as TieRow;
}

const back = (rows: TieRow[], direction: 'ab' | 'ba') => rows.find((row) => row.direction === direction)?.event;

test('a mail is a contact of half a weight in one direction, a benefit to nobody', () => {
  const row = only(tieEventsOf(facts()));
  assert.deepEqual([row.a, row.b, row.direction], ['joris', 'yara', 'ab']);
  assert.deepEqual(row.event, {
    atMs: 1000,
    day: 0,
    family: 'mail',
    contact: 0.5,
    benefit: 0,
    trustFacet: null,
    trustGood: 0,
    trustBad: 0,
    pressureChannel: null,
    unasked: 0,
    surveyWeight: 0,
    surveyValue: 0,
    sourceNumber: 7,
  });
  assert.equal(only(tieEventsOf(fromYara())).direction, 'ba');
});

test('many receivers share one mail; the sender and doubles among them do not count', () => {
  const receivers = ['a', 'b', 'b', 'joris', 'z', 'y'].map((id) => ({ ...customer, id }));
  const rows = tieEventsOf(facts({ receivers, kind: 'help', asked: false }));
  assert.equal(rows.length, 4);
  for (const { event } of rows) {
    assert.equal(event.contact, 0.125);
    assert.equal(event.benefit, 0.25);
    assert.equal(event.unasked, 1);
  }
  assert.deepEqual(
    rows.map((row) => [row.a, row.b, row.direction]),
    [
      ['a', 'joris', 'ba'],
      ['b', 'joris', 'ba'],
      ['joris', 'z', 'ab'],
      ['joris', 'y', 'ab'],
    ],
  );
  assert.deepEqual(tieEventsOf(facts({ receivers: [] })), []);
});

test('a call, video call, meeting, visit or order that took place counts the same both ways', () => {
  for (const channel of ['call', 'video', 'meeting', 'visit', 'order'] as const) {
    const rows = tieEventsOf(facts({ channel, lengthFactor: 2 }));
    assert.equal(rows.length, 2, channel);
    assert.equal(back(rows, 'ab')?.contact, 2 * channelTable[channel].depth);
    assert.equal(back(rows, 'ba')?.contact, 2 * channelTable[channel].depth);
  }
  const oneWay = channels.filter((channel) => tieEventsOf(facts({ channel })).length === 1);
  assert.deepEqual(oneWay, ['mail', 'chat', 'social', 'letter', 'ticket', 'gift', 'other']);
});

test('depths follow the specification: like .1, chat and mail .5, call 1, video 1.2, meeting 2, project 3', () => {
  const contact = (change: Partial<InteractionFacts>) => tieEventsOf(facts(change))[0]?.event.contact;
  assert.equal(contact({ kind: 'view' }), 0.05);
  assert.equal(contact({ kind: 'like' }), 0.1);
  assert.equal(contact({ channel: 'chat' }), 0.5);
  assert.equal(contact({ channel: 'call' }), 1);
  assert.equal(contact({ channel: 'video' }), 1.2);
  assert.equal(contact({ channel: 'meeting' }), 2);
  assert.equal(contact({ channel: 'meeting', kind: 'project' }), 3);
  assert.deepEqual(tieEventsOf(facts({ kind: 'note' })), []);
});

test('each channel fades with its family', () => {
  const families = Object.fromEntries(channels.map((channel: Channel) => [channel, channelTable[channel].family]));
  assert.deepEqual(families, {
    mail: 'mail',
    chat: 'chat',
    social: 'chat',
    call: 'live',
    video: 'live',
    meeting: 'live',
    visit: 'live',
    letter: 'mail',
    order: 'purchase',
    ticket: 'mail',
    gift: 'live',
    other: 'mail',
  });
});

test('an order is the customer giving; never by its amount', () => {
  const rows = tieEventsOf(fromYara({ channel: 'order', kind: 'order' }));
  assert.equal(back(rows, 'ba')?.benefit, benefitWeights.purchase);
  assert.equal(back(rows, 'ab')?.benefit, 0);
});

test('benefits go from their giver, and a stated weight replaces the usual one', () => {
  const rows = tieEventsOf(
    facts({
      benefits: [
        { giver: 'from', kind: 'advice' },
        { giver: 'from', kind: 'help', weight: 3 },
        { giver: 'to', kind: 'feedback' },
      ],
    }),
  );
  assert.equal(back(rows, 'ab')?.benefit, 3.75);
  assert.equal(back(rows, 'ba')?.benefit, 0.5);
  assert.equal(tieEventsOf(facts({ kind: 'help', benefits: [] }))[0]?.event.benefit, 0);
});

test('an answer in time is evidence of ability for the one who asked, at the channel pace unless another was agreed', () => {
  const answer = (hours: number, expectedAnswerMs: number | null = null) => {
    const rows = tieEventsOf(
      facts({ receivers: [{ ...customer, answeredAfterMs: hours * hourMs }], expectedAnswerMs }),
    );
    return back(rows, 'ba');
  };
  assert.deepEqual([answer(72)?.trustFacet, answer(72)?.trustGood, answer(72)?.contact], ['ability', 0.25, 0]);
  assert.equal(answer(72.1), undefined, 'a late answer is no evidence either way');
  assert.equal(answer(72.1, 100 * hourMs)?.trustGood, 0.25);
  assert.equal(answer(2, hourMs), undefined);
});

test('evidence lies with the one who trusts: a kept promise of ours in customer -> us', () => {
  const kept = tieEventsOf(facts({ evidence: [{ code: 'promise-kept', about: 'from' }] }));
  assert.equal(back(kept, 'ba')?.trustGood, 1);
  assert.equal(back(kept, 'ba')?.trustFacet, 'integrity');
  assert.equal(back(kept, 'ab')?.trustGood, 0);
  const theirs = tieEventsOf(fromYara({ evidence: [{ code: 'promise-broken', about: 'from' }] }));
  assert.equal(back(theirs, 'ab')?.trustBad, 1);
});

test('a referral shows that the one who refers trusts us, and gives', () => {
  const row = only(tieEventsOf(fromYara({ kind: 'referral' })));
  assert.deepEqual([row.event.trustFacet, row.event.trustGood, row.event.benefit], ['benevolence', 1, 2]);
});

test('a distrustful tone costs half on benevolence; a complaint in the same tone does not', () => {
  const bitter = only(tieEventsOf(fromYara({ kind: 'comment', valence: -0.5 }))).event;
  assert.deepEqual([bitter.trustFacet, bitter.trustBad, bitter.trustGood], ['benevolence', 0.5, 0]);
  assert.equal(only(tieEventsOf(fromYara({ kind: 'comment', valence: -0.4 }))).event.trustBad, 0);
  assert.equal(only(tieEventsOf(fromYara({ kind: 'complaint', valence: -1 }))).event.trustBad, 0);
  assert.equal(only(tieEventsOf(fromYara({ kind: 'review', valence: -0.9 }))).event.trustGood, 0);
  assert.equal(only(tieEventsOf(fromYara({ kind: 'review' }))).event.trustGood, 1);
});

test('our own broken promise is a fault to make good, not a fading trace', () => {
  const broken = facts({ evidence: [{ code: 'promise-broken', about: 'from' }] });
  assert.equal(back(tieEventsOf(broken), 'ba'), undefined);
  assert.deepEqual(faultsOf(broken), [
    {
      a: 'joris',
      b: 'yara',
      code: 'promise-broken',
      fault: { by: 'a', atMs: 1000, madeGoodMs: null, weight: 1, facet: 'integrity' },
    },
  ]);
  const ours = fromYara({ evidence: [{ code: 'complaint-left-open', about: 'to' }] });
  assert.deepEqual(faultsOf(ours)[0]?.fault.by, 'a');
  assert.deepEqual(faultsOf(fromYara({ evidence: [{ code: 'promise-broken', about: 'from' }] })), []);
  assert.deepEqual(faultsOf(facts({ evidence: [{ code: 'promise-late', about: 'from' }] })), []);
});

test('closing in silence says nothing in the ledger of trust, and is ours to make good', () => {
  const silent = facts({ evidence: [{ code: 'complaint-closed-silently', about: 'from' }] });
  assert.equal(back(tieEventsOf(silent), 'ba'), undefined);
  assert.equal(faultsOf(silent)[0]?.fault.weight, 0.5);
});

test('golden: evidence weights of the specification (model.md 1.2)', () => {
  const weights = Object.fromEntries(evidenceCodes.map((code) => [code, evidenceTable[code].weight]));
  assert.deepEqual(weights, {
    'promise-kept': 1,
    'promise-late': -0.5,
    'promise-broken': -1,
    'answered-in-time': 0.25,
    'complaint-told': 1,
    'complaint-closed-silently': 0,
    'complaint-left-open': -1,
    'idea-told': 0.5,
    referral: 1,
    recommendation: 1,
    'distrustful-tone': -0.5,
    'change-without-notice': -0.5,
  });
});

test('imposing means unasked, from us, to somebody else, in a channel that can press', () => {
  const unasked = (change: Partial<InteractionFacts>) => {
    const event = back(tieEventsOf(facts({ asked: false, ...change })), 'ab');
    return [event?.unasked, event?.pressureChannel];
  };
  assert.deepEqual(unasked({}), [1, 'mail']);
  assert.deepEqual(unasked({ channel: 'letter' }), [1, 'post']);
  assert.deepEqual(unasked({ channel: 'call' }), [1, 'call']);
  assert.deepEqual(unasked({ asked: true }), [0, null]);
  assert.deepEqual(unasked({ receivers: [{ ...customer, isOurs: true }] }), [0, null]);
  assert.deepEqual(unasked({ fromIsOurs: false }), [0, null]);
  assert.deepEqual(unasked({ channel: 'ticket' }), [0, null]);
});

test('a survey answer is two pseudo-observations by the one who was asked, and no contact', () => {
  const row = only(tieEventsOf(fromYara({ kind: 'survey', surveyValue: 0.5 })));
  assert.deepEqual(
    [row.direction, row.event.surveyWeight, row.event.surveyValue, row.event.contact],
    ['ba', 2, 0.5, 0],
  );
});

test('two facets at once: the heavier names the row, both weigh', () => {
  const evidence = [
    { code: 'answered-in-time', about: 'from' },
    { code: 'promise-kept', about: 'from' },
  ] as const;
  const event = back(tieEventsOf(facts({ evidence })), 'ba');
  assert.deepEqual([event?.trustFacet, event?.trustGood], ['integrity', 1.25]);
});

test('property: rows are always foldable, at most two per receiver, and contact per direction never exceeds one mail', () => {
  const side = fc.constantFrom('from' as const, 'to' as const);
  const arbitrary = fc.record({
    receivers: fc.array(fc.record({ id: fc.string({ minLength: 1, maxLength: 3 }), isOurs: fc.boolean() }), {
      maxLength: 6,
    }),
    channel: fc.constantFrom(...channels),
    kind: fc.constantFrom(...interactionKinds),
    benefits: fc.option(fc.array(fc.record({ giver: side, kind: fc.constantFrom(...benefitKinds) }), { maxLength: 3 })),
    evidence: fc.option(
      fc.array(fc.record({ about: side, code: fc.constantFrom(...evidenceCodes) }), { maxLength: 3 }),
    ),
    valence: fc.double({ min: -1, max: 1, noNaN: true }),
    asked: fc.boolean(),
  });
  fc.assert(
    fc.property(arbitrary, (drawn) => {
      const receivers = drawn.receivers.map((receiver) => ({ ...receiver, answeredAfterMs: null }));
      const rows = tieEventsOf(facts({ ...drawn, receivers }));
      const seen = new Set(rows.map((row) => `${row.a}|${row.b}|${row.direction}`));
      assert.equal(seen.size, rows.length);
      for (const row of rows) {
        assert.ok(row.a < row.b);
        checkTieEvent(row.event, 1000);
      }
      const turned = rows.filter((row) => (row.direction === 'ab' ? row.a : row.b) === 'joris');
      assert.ok(turned.reduce((sum, row) => sum + row.event.contact, 0) <= 3 + 1e-12);
    }),
  );
});
