/** `npm run bench:network [-- PARTIES TIES]`: who can introduce us and cut points on a large generated network. */
import { findCutOff, findCutPoints } from '#engine/cut-points.ts';
import { buildGraph } from '#engine/graph.ts';
import { findSpanningForest } from '#engine/spanning-forest.ts';
import { findWidestWay, listWidestWays } from '#engine/widest-path.ts';

const [parties = 100_000, ties = 1_000_000] = process.argv.slice(2).map(Number);
const colleagues = 30;
const askedFor = 40;
const promisedMs = 200;

/** The same numbers every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A few know many, most know few; most ties are thin. */
function generate() {
  const random = seeded(7);
  const [from, to, strength] = [new Int32Array(ties), new Int32Array(ties), new Float64Array(ties)];
  for (let tie = 0; tie < ties; tie += 1) {
    const one = Math.floor(random() ** 2 * parties);
    const other = Math.floor(random() * parties);
    from[tie] = one;
    to[tie] = other === one ? (one + 1) % parties : other;
    strength[tie] = 0.05 + 0.9 * random() ** 3;
  }
  return { nodeCount: parties, from, to, strength };
}

function time<T>(name: string, work: () => T): T {
  const at = performance.now();
  const result = work();
  console.log(`${name.padEnd(52)}${(performance.now() - at).toFixed(0).padStart(8)} ms`);
  return result;
}

function measure(name: string, work: (target: number) => unknown): number {
  const random = seeded(11);
  const took = Array.from({ length: askedFor }, () => {
    const target = colleagues + Math.floor(random() * (parties - colleagues));
    const at = performance.now();
    work(target);
    return performance.now() - at;
  }).sort((one, other) => one - other);
  const [middle = 0, worst = 0] = [took[askedFor >> 1], took.at(-1)];
  console.log(`${name.padEnd(52)}${middle.toFixed(0).padStart(8)} ms   worst of ${askedFor}: ${worst.toFixed(0)} ms`);
  return worst;
}

console.log(`${parties} parties, ${ties} ties, from ${colleagues} colleagues`);
const input = generate();
const graph = time('laying the network out', () => buildGraph(input));
const sources = Array.from({ length: colleagues }, (_, place) => place);
const worst = measure('widest way', (target) => findWidestWay(graph, { sources, targets: [target] }));
measure('three ways, each with another weakest link', (target) =>
  listWidestWays(graph, { sources, targets: [target] }, 3),
);
time('backbone', () => findSpanningForest(graph));
time('articulation points and bridges', () => findCutPoints(graph));
time('who is cut off from one', () => findCutOff(graph, 0));
console.log(`memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
console.log(`promised: a widest way within ${promisedMs} ms; ${worst <= promisedMs ? 'kept' : 'NOT kept'}`);
process.exitCode = worst <= promisedMs ? 0 : 1;
