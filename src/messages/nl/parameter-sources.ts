/** Waar een getal vandaan komt. Titels van publicaties blijven zoals ze gedrukt zijn. */
import type { parameterSources as shape } from '../en/parameter-sources.ts';

export const parameterSources: typeof shape = {
  design: 'Eigen keuze van dit project',
  seeds: 'De vijf grondteksten (000-004)',
  'mail-logs': 'Gemeten: de maillogs email-Eu en radoslaw, AUC van de volgende periode',
  'chat-log': 'Gemeten: het chatlog CollegeMsg, AUC van de volgende periode',
  'tie-logs': 'Gemeten: de logs CollegeMsg en radoslaw, bench V1',
  'tie-fit': 'Afgesteld op het eerste deel van CollegeMsg en radoslaw, getoetst op de latere delen (bench V1)',
  'trust-log': 'Gemeten: oordelen van Bitcoin OTC en Alpha, teken van het volgende oordeel, bench V3',
  godfrey: 'Godfrey, Seiders & Voss 2011, J. Marketing 75(4) 94-109 (één autodealer)',
  ellis: 'De vraag van Sean Ellis („wat als het er niet meer was?”): een vuistregel, geen wet',
  roberts: 'Roberts & Dunbar 2015, Human Nature 26 (alleen de richting)',
};
