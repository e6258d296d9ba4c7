/** Werken zonder verbinding, en nieuwe versies van het programma. */
import type { offline as shape } from '../en/offline.ts';

export const offline: typeof shape = {
  label: 'Verbinding',
  away: 'Geen verbinding. Wat je vastlegt wordt hier bewaard en gaat mee zodra het kan.',
  waiting: (count) => (count === 1 ? '1 notitie wacht op verbinding.' : `${count} notities wachten op verbinding.`),
  sending: (count) => (count === 1 ? '1 notitie wordt verstuurd.' : `${count} notities worden verstuurd.`),
  refused: (count) =>
    count === 1 ? '1 notitie kon niet worden bewaard.' : `${count} notities konden niet worden bewaard.`,
  show: 'Bekijken',
  hide: 'Verbergen',
  kept: 'Bewaard op dit apparaat. Gaat mee zodra er verbinding is.',
  sentLater: (about) => `Alsnog bewaard: je notitie over ${about}.`,
  again: 'Opnieuw proberen',
  discard: 'Weggooien',
  discarded: 'Weggegooid.',
  newVersion: 'Er is een nieuwe versie van Hecht.',
  change: 'Nu openen',
};
