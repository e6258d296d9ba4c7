/** A drop address among the connections: what comes in there is read by itself, so there is nothing to fetch. */
import { type Reader, ReaderProblem } from '#services/connections/reader.ts';

export const drop: Reader<'drop'> = {
  kind: 'drop',
  isPrivate: true,
  everySeconds: 86_400,
  // It is made in one's settings, not connected.
  look: async () => {
    throw new ReaderProblem('not-allowed');
  },
  read: async function* () {
    yield* [];
  },
};
