import type { DropReader } from '#services/drop/drop-reader.ts';
import { borrowParserPool } from '../parsing/parser-pool.ts';

export const dropReader: DropReader = {
  async read(raw, hints) {
    const { ownAddresses, nowMs } = hints;
    const pool = borrowParserPool({ ownAddresses, nowMs, defaultCountry: 'NL' });
    try {
      const [outcome] = await pool.parse([{ type: 'dropped', raw, hints }]);
      if (outcome?.type === 'dropped') return outcome.outcome;
      const problem = outcome?.type === 'failed' ? outcome.problem : 'parser-crashed';
      return { type: 'failed', problem, isForeign: false };
    } finally {
      pool.stop();
    }
  },
};
