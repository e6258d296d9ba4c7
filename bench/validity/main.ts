/** `npm run bench:validity`: see `--help`. */
import { readArguments, usage } from './arguments.ts';
import {
  measureAliveFile,
  measureAll,
  measureChainFile,
  measureFoundationFile,
  measureTieFile,
  measureTrustFile,
} from './measure.ts';
import { renderReport } from './report.ts';

try {
  const asked = readArguments(process.argv.slice(2));
  if (asked.command === 'help') console.log(usage);
  else {
    const figures =
      asked.command === 'all'
        ? measureAll(asked.data)
        : asked.command === 'tie'
          ? measureTieFile(asked)
          : asked.command === 'alive'
            ? measureAliveFile(asked)
            : asked.command === 'foundation'
              ? measureFoundationFile(asked)
              : asked.command === 'trust'
                ? measureTrustFile(asked.file)
                : measureChainFile(asked.file);
    console.log(asked.json ? JSON.stringify(figures, null, 2) : renderReport(figures));
    if ([figures.v1, figures.v2, figures.v3, figures.v4].every((one) => one === null) && figures.v5.length === 0)
      process.exitCode = 1;
  }
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  console.error('See --help.');
  process.exitCode = 1;
}
