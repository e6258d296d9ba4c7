import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintMigration } from './migrations.ts';

const bad: Record<string, string> = {
  'a primary key without the tie': 'create table benefits (tie_id uuid, id uuid, primary key (id, tie_id));',
  'a key on one column': 'create table promises (id uuid primary key, tie_id uuid);',
  'a unique constraint': 'create table tie_states (tie_id uuid, n int, unique (n), primary key (tie_id, n));',
  'a foreign key': 'alter table tie_events add foreign key (interaction_id) references interactions (id);',
  'a reference in a column': 'alter table promises add column by_user uuid references users (id);',
  'a unique index': 'create unique index one on tie_history (week, tie_id);',
  'a trigger': 'create trigger t after insert on tie_events for each row execute function f();',
  'a clock in an upsert': 'insert into a (b) values (1) on conflict (b) do update set at = now();',
};

for (const [what, sql] of Object.entries(bad)) {
  test(`refuses ${what}`, () => assert.equal(lintMigration(sql).length, 1, lintMigration(sql).join('\n')));
}

test('lets tables pass whose keys begin with the tie, and any key elsewhere', () => {
  const sql = `
    -- create table benefits (id uuid primary key);
    create table benefits (
      tie_id uuid not null references ties (id), n int check (n in (0, 1)), primary key (tie_id, n)
    );
    create table parties (id uuid primary key, of uuid references parties (id));
    create unique index one on tie_history (tie_id, week);
    insert into a (b) values (1) on conflict (b) do update set at = excluded.at;`;
  assert.deepEqual(lintMigration(sql), []);
});
