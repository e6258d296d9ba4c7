/**
 * The set-based twin of the engine's fold: text of the statement that takes rows of tie_events together per tie and
 * direction, each group at its own latest instant, and merges them into tie_states. Generated from the engine's trace
 * names; the half-lives are bound, never written in. Equality with the engine: fold-ties.test.ts.
 */

import { keptDays } from '#engine/direction-state.ts';
import { lowestExponent, smallestTrace } from '#engine/trace.ts';
import { isActive, type RateName, rateNames, type TraceColumn, traceColumns } from './trace-columns.ts';

const countColumns = {
  contact_count: isActive,
  ability_count: 'e.trust_facet = 0 and (e.trust_good > 0 or e.trust_bad > 0)',
  benevolence_count: 'e.trust_facet = 1 and (e.trust_good > 0 or e.trust_bad > 0)',
  integrity_count: 'e.trust_facet = 2 and (e.trust_good > 0 or e.trust_bad > 0)',
} as const;

export const stateColumns: readonly string[] = [
  'tie_id',
  'direction',
  'tau_ms',
  'first_ms',
  'last_ms',
  ...Object.keys(countColumns),
  ...traceColumns.map((trace) => trace.column),
  'days',
  'sources',
];

/** The share left after `elapsed` ms; PostgreSQL raises an error on underflow, hence the shared clamp. */
function decay(rate: string, elapsed: string): string {
  return `exp(greatest(${lowestExponent}, ${rate} * (${elapsed})))`;
}

function zeroBelowSmallest(value: string): string {
  return `case when ${value} < ${smallestTrace} then 0 else ${value} end`;
}

/** One exponential for the event's family; the others only where the event has such a part. */
function eventFactor(trace: TraceColumn, rates: RatePlaces): string {
  return decay(rates[trace.rate], 'e.tau_ms - e.at_ms');
}

function summed(trace: TraceColumn, rates: RatePlaces): string {
  const sum = `sum(${trace.weight} * ${eventFactor(trace, rates)}) filter (where ${trace.when})`;
  return `coalesce(${sum}, 0)`;
}

function merged(trace: TraceColumn, rates: RatePlaces): string {
  const old = `s.${trace.column}`;
  const add = `excluded.${trace.column}`;
  const latest = 'greatest(s.tau_ms, excluded.tau_ms)';
  const read = (value: string, tau: string) =>
    `case when ${value} = 0 then 0 when ${tau} = ${latest} then ${value} ` +
    `else ${value} * ${decay(rates[trace.rate], `${latest} - ${tau}`)} end`;
  return `${trace.column} = ${zeroBelowSmallest(`(${read(old, 's.tau_ms')} + ${read(add, 'excluded.tau_ms')})`)}`;
}

type RatePlaces = Readonly<Record<RateName, string>>;

interface FoldText {
  /** CTEs before, ending without a comma; one of them (or a table) is named by `from`. */
  readonly before?: string;
  /** A relation with the columns of tie_events. */
  readonly from: string;
  readonly where?: string;
  /** SQL of the bound rates, e.g. $3. */
  readonly rates: RatePlaces;
}

/**
 * The CTE `folded`: a row per tie and direction. The events are gone through once, each beside the latest of its group, and
 * sorted once: in the order in which the days of a group are gathered.
 */
function writeFolded({ before, from, where, rates }: FoldText): string {
  const counts = Object.entries(countColumns).map(
    ([column, when]) => `count(*) filter (where ${when})::int as ${column}`,
  );
  const sums = traceColumns.map((trace) => `${zeroBelowSmallest(summed(trace, rates))} as ${trace.column}`);
  return `
with ${before ? `${before},` : ''}
e as (
  select *, max(at_ms) over (
    partition by tie_id, direction order by day desc rows between unbounded preceding and unbounded following
  ) as tau_ms from ${from}${where ? ` where ${where}` : ''}
),
folded as (
  select tie_id, direction, max(e.tau_ms) as tau_ms,
    min(e.at_ms) filter (where ${isActive}) as first_ms,
    max(e.at_ms) filter (where ${isActive}) as last_ms,
    ${counts.join(',\n    ')},
    ${sums.join(',\n    ')},
    coalesce((array_agg(distinct e.day order by e.day desc) filter (where ${isActive}))[1:${keptDays}], '{}') as days,
    coalesce(array_agg(distinct e.source_number order by e.source_number) filter (where ${isActive}), '{}') as sources
  from e group by tie_id, direction
)`;
}

/** Rows come in the order of tie id, so that two folds at once wait for each other instead of locking crosswise. */
export function writeFoldSql(text: FoldText): string {
  return `${writeFolded(text)}
insert into tie_states as s (${stateColumns.join(', ')})
select ${stateColumns.join(', ')} from folded order by tie_id, direction
on conflict (tie_id, direction) do update set
  tau_ms = greatest(s.tau_ms, excluded.tau_ms),
  first_ms = least(s.first_ms, excluded.first_ms),
  last_ms = greatest(s.last_ms, excluded.last_ms),
  ${Object.keys(countColumns)
    .map((column) => `${column} = s.${column} + excluded.${column}`)
    .join(',\n  ')},
  ${traceColumns.map((trace) => merged(trace, text.rates)).join(',\n  ')},
  days = case when excluded.days <@ s.days then s.days
    when excluded.days[cardinality(excluded.days)] > s.days[1] then (excluded.days || s.days)[1:${keptDays}]
    else (
    select array_agg(d order by d desc)
    from (select distinct d from unnest(s.days || excluded.days) as d order by d desc limit ${keptDays}) as latest
  ) end,
  sources = case when excluded.sources <@ s.sources then s.sources else (
    select array_agg(distinct n order by n) from unnest(s.sources || excluded.sources) as n
  ) end`;
}

/** Sums in another order differ in their last digits; the twin holds to a relative 1e-9, and this stays well within. */
const sameTrace = 1e-10;

/** States of the ties in $1 as their stored events fold now: those that say otherwise are replaced, those without events go. */
export function writeRefoldSql({ rates }: { rates: RatePlaces }): string {
  const traces = new Set(traceColumns.map(({ column }) => column));
  const [key, values] = [stateColumns.slice(0, 2), stateColumns.slice(2)];
  const same = values.map((column) =>
    traces.has(column)
      ? `abs(s.${column} - f.${column}) <= ${sameTrace} * f.${column}`
      : `s.${column} is not distinct from f.${column}`,
  );
  const ofTie = key.map((column) => `s.${column} = f.${column}`).join(' and ');
  return `${writeFolded({ from: 'tie_events', where: 'tie_id = any($1::uuid[])', rates })},
gone as (
  delete from tie_states s where tie_id = any($1::uuid[]) and not exists (select from folded f where ${ofTie})
)
insert into tie_states (${stateColumns.join(', ')})
select ${stateColumns.join(', ')} from folded f
where not exists (
  select from tie_states s where s.tie_id = any($1::uuid[]) and ${ofTie}
    and ${same.join('\n    and ')}
)
order by tie_id, direction
on conflict (tie_id, direction) do update set
  ${values.map((column) => `${column} = excluded.${column}`).join(',\n  ')}`;
}

/** Places for the rates from `$first` on, in the order of rateNames. */
export function ratePlaces(first: number): RatePlaces {
  const places = rateNames.map((name, index) => [name, `$${first + index}::float8`] as const);
  return Object.fromEntries(places) as RatePlaces;
}
