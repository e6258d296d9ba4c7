/** Working without a connection, and new versions of the program. */
export const offline = {
  label: 'Connection',
  away: 'No connection. What you capture is kept here and goes along as soon as it can.',
  waiting: (count: number) =>
    count === 1 ? '1 note is waiting for a connection.' : `${count} notes are waiting for a connection.`,
  sending: (count: number) => (count === 1 ? '1 note is being sent.' : `${count} notes are being sent.`),
  refused: (count: number) => (count === 1 ? '1 note could not be saved.' : `${count} notes could not be saved.`),
  show: 'Show',
  hide: 'Hide',
  kept: 'Kept on this device. It goes along as soon as there is a connection.',
  sentLater: (about: string) => `Saved after all: your note about ${about}.`,
  again: 'Try again',
  discard: 'Throw away',
  discarded: 'Thrown away.',
  newVersion: 'There is a new version of Hecht.',
  change: 'Open it now',
};
