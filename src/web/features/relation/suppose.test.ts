import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tie } from '#contract/ties.ts';
import {
  dayMs,
  defaultParameters,
  flattenState,
  plainContext,
  readTie,
  tieEventsOf,
  tieStateOf,
} from '#engine/index.ts';
import { nothingSupposed, readNow, readSupposed } from './suppose.ts';

const nowMs = Date.UTC(2026, 4, 3, 12);

/** Ours is 'a'; mail back and forth every nine days for a year. */
function makeTie(): Tie {
  const events = Array.from({ length: 40 }, (_, at) => {
    const atMs = nowMs - (at * 9 + 1) * dayMs;
    const [from, to] = at % 2 === 0 ? ['a', 'b'] : ['b', 'a'];
    return tieEventsOf({
      fromId: from ?? '',
      fromIsOurs: from === 'a',
      receivers: [{ id: to ?? '', isOurs: to === 'a', answeredAfterMs: null }],
      channel: 'mail',
      kind: 'message',
      benefits: null,
      evidence: null,
      valence: 0,
      asked: true,
      lengthFactor: 1,
      expectedAnswerMs: null,
      surveyValue: null,
      atMs,
      day: Math.floor(atMs / dayMs),
      sourceNumber: 1,
    });
  }).flat();
  const state = tieStateOf(events, defaultParameters);
  const context = { ...plainContext, ours: 'a' as const };
  const reading = readTie({ state, context, parameters: defaultParameters, nowMs });
  const party = (id: string, isOwn: boolean) => ({ id, name: id, isOwn });
  return {
    id: 'tie',
    a: party('a', true),
    b: party('b', false),
    status: reading.level,
    reading,
    state: { ab: flattenState(state.ab), ba: flattenState(state.ba) },
    context,
    parameters: { ...defaultParameters },
    corrections: [],
    coverage: [],
  } as unknown as Tie;
}

const tie = makeTie();
const suppose = (part: Partial<typeof nothingSupposed>) =>
  readSupposed({ tie, nowMs, supposition: { ...nothingSupposed, ...part } });

test('the browser reads what the server read', () => {
  assert.deepEqual(readNow({ tie, nowMs }).bond, tie.reading.bond);
  assert.ok(Math.abs(suppose({}).bond - tie.reading.bond) < 1e-9);
});

test('half a year of nothing lowers closeness and ends in an alarm', () => {
  const later = suppose({ weeks: 26 });
  assert.ok(later.bond < tie.reading.bond);
  assert.notEqual(later.alarm, 'none');
});

test('help from them raises what they give, help from us what we give', () => {
  assert.ok(suppose({ theyHelp: 2 }).giving.ba > tie.reading.giving.ba);
  assert.equal(suppose({ theyHelp: 2 }).giving.ab, tie.reading.giving.ab);
  assert.ok(suppose({ weHelp: 2 }).giving.ab > tie.reading.giving.ab);
});

test('a kept promise raises their trust in us, not ours in them', () => {
  const kept = suppose({ promise: 1 });
  assert.ok(kept.trustWays.ba > tie.reading.trustWays.ba);
  assert.equal(kept.trustWays.ab, tie.reading.trustWays.ab);
});

test('calls in the weeks ahead keep it from growing quiet', () => {
  assert.equal(suppose({ weeks: 8, calls: 6 }).alarm, 'none');
  assert.ok(suppose({ weeks: 8, calls: 6 }).bond > suppose({ weeks: 8 }).bond);
});

test('the tie itself stays as it was', () => {
  const before = JSON.stringify(tie.state);
  suppose({ weeks: 12, mails: 6 });
  assert.equal(JSON.stringify(tie.state), before);
});
