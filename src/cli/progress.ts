/** How far it is: one line that changes on a terminal, a line now and then in a log. */

interface Options {
  readonly tell: (line: string) => void;
  readonly isTerminal?: boolean;
  readonly now?: () => number;
}

export interface Progress {
  show(line: string): void;
  end(): void;
}

export function createProgress({
  tell,
  isTerminal = process.stderr.isTTY === true,
  now = Date.now,
}: Options): Progress {
  const everyMs = isTerminal ? 100 : 5_000;
  let [shownAtMs, waiting] = [0, ''];
  const write = (line: string) => (isTerminal ? void process.stderr.write(`\r\u001b[2K${line}`) : tell(line));
  return {
    show: (line) => {
      waiting = line;
      if (now() - shownAtMs < everyMs) return;
      shownAtMs = now();
      waiting = '';
      write(line);
    },
    end: () => {
      if (waiting !== '') write(waiting);
      if (isTerminal) process.stderr.write('\n');
    },
  };
}
