/** `npm run bench:validity`: see `--help`. */
import { readArguments, usage } from './arguments.ts';
import { measureAll, measureChainFile, measureTieFile, measureTrustFile } from './measure.ts';
import { renderReport } from './report.ts';

try {
  const asked = readArguments(process.argv.slice(2));
  if (asked.command === 'help') console.log(usage);
  else {
    const figures =
      asked.command === 'tie'
        ? measureTieFile(asked)
        : asked.command === 'trust'
          ? measureTrustFile(asked.file)
          : asked.command === 'chain'
            ? measureChainFile(asked.file)
            : measureAll(asked.data);
    console.log(asked.json ? JSON.stringify(figures, null, 2) : renderReport(figures));
    if (figures.v1 === null && figures.v2 === null && figures.v3 === null) process.exitCode = 1;
  }
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  console.error('See --help.');
  process.exitCode = 1;
}
