/** A large file, the program killed at 30 % and 70 %: what it took, whether it stayed within bounds and answered meanwhile. */
import { setTimeout as pause } from 'node:timers/promises';
import { killImport } from '#test/faults/kill-import.ts';
import { readMemoryMb } from '../speed/processes.ts';
import { percentile } from '../speed/statistics.ts';
import type { MeasuredHouse } from './measured-house.ts';

const promised = { seconds: 180, memoryMb: 300 };

export async function importMillion(house: MeasuredHouse, rows: number): Promise<boolean> {
  const { app, pool, headers } = house;
  const watch = watchApp(house);
  const { killedAt, seconds } = await killImport(app, { headers: { ...headers }, rows, killAt: [0.3, 0.7] });
  const { memoryMb, answersMs, unanswered } = await watch.stop();
  const { rows: found } = await pool.query<{ stored: number; distinct: number; events: number }>(`
    select count(*)::int as stored, count(distinct source_key)::int as distinct,
      (select count(*)::int from (select distinct tie_id, interaction_id, direction from tie_events) e) as events
    from interactions`);
  const [{ stored = 0, distinct = 0, events = 0 } = {}] = found;
  const shares = killedAt.map((share) => `${Math.round(share * 100)} %`).join(' and ');
  console.log(`${rows} rows, killed at ${shares}: ${stored} stored (${distinct} different), ${events} tie events`);
  console.log(`${seconds.toFixed(0)} s with both restarts (promised ${promised.seconds})`);
  console.log(`memory of the program at most ${Math.round(memoryMb)} MB (promised ${promised.memoryMb})`);
  console.log(
    `the list of relations answered meanwhile ${answersMs.length} times: p50 ${percentile(answersMs, 0.5).toFixed(0)} ms, ` +
      `p99 ${percentile(answersMs, 0.99).toFixed(0)} ms; ${unanswered} not (killed, or starting)`,
  );
  return stored === rows && distinct === rows && seconds <= promised.seconds && memoryMb <= promised.memoryMb;
}

function watchApp({ app, headers }: MeasuredHouse) {
  const answersMs: number[] = [];
  let [memoryMb, unanswered, isOver] = [0, 0, false];
  const looking = (async () => {
    for (; !isOver; await pause(200)) {
      memoryMb = Math.max(memoryMb, readMemoryMb(app.pid).highest || 0);
      const startedMs = performance.now();
      const answer = await fetch(`${app.url}/api/parties?limit=50`, { headers }).catch(() => null);
      await answer?.text().catch(() => '');
      if (answer?.ok) answersMs.push(performance.now() - startedMs);
      else unanswered += 1;
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await looking;
      return { memoryMb, answersMs, unanswered };
    },
  };
}
