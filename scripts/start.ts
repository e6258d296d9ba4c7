import { buildWebIfStale } from './web-build.ts';

try {
  buildWebIfStale(console.log);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exit(1);
}
await import('../src/main.ts');
