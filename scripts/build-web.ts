import { buildWebIfStale } from './web-build.ts';

try {
  buildWebIfStale(console.error);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
}
