import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TimelineItem } from '#contract/timeline.ts';
import { foldChanges } from './fold-changes.ts';

const dayOf = (at: string) => at.slice(0, 10);
const bram = { id: 'b', name: 'Bram' };
const sanne = { id: 's', name: 'Sanne' };

function change(id: string, at: string, by: typeof bram, fields: string[]): TimelineItem {
  return { noun: 'change', id, at, by, of: 'party', act: 'update', fields, origin: 'web' };
}

test("one person's changes of one day are one line; another's, another day's and other acts stand apart", () => {
  const items: TimelineItem[] = [
    change('5', '2026-11-20T15:00:00Z', bram, ['jobTitle']),
    change('4', '2026-11-20T14:00:00Z', bram, ['note', 'jobTitle']),
    change('3', '2026-11-20T13:00:00Z', sanne, ['name']),
    change('2', '2026-11-19T13:00:00Z', sanne, ['roles']),
    { ...change('1', '2026-11-19T12:00:00Z', sanne, []), act: 'create' } as TimelineItem,
  ];
  const folded = foldChanges(items, dayOf);
  assert.deepEqual(
    folded.map((item) => (item.noun === 'change' ? [item.id, item.fields] : [])),
    [
      ['5', ['jobTitle', 'note']],
      ['3', ['name']],
      ['2', ['roles']],
      ['1', []],
    ],
  );
});

test('a moment between two changes keeps them apart', () => {
  const fault: TimelineItem = {
    ...{ noun: 'fault', id: 'f', isPinned: false, at: '2026-11-20T14:30:00Z', party: bram, what: 'x' },
    ...{ madeGoodAt: null, madeGoodHow: null },
  };
  const items = [
    change('5', '2026-11-20T15:00:00Z', bram, ['note']),
    fault,
    change('4', '2026-11-20T14:00:00Z', bram, ['name']),
  ];
  assert.equal(foldChanges(items, dayOf).length, 3);
});
