/**
 * Where the engine's defaults come from. `verified` is false where the formula is standard but the publication was not
 * seen in print: such a source may be named, its figures may not be quoted in public text.
 */
export interface Source {
  readonly reference: string;
  readonly verified: boolean;
}

export const sources = {
  design: { reference: 'Design choice of this project', verified: true },
  seeds: { reference: 'The five founding texts (seeds 000-004)', verified: true },
  'mail-logs': { reference: 'Measured: email-Eu and radoslaw e-mail logs, next-period AUC', verified: true },
  'chat-log': { reference: 'Measured: CollegeMsg chat log, next-period AUC', verified: true },
  'tie-logs': { reference: 'Measured: CollegeMsg and radoslaw logs, bench V1', verified: true },
  'tie-fit': {
    reference: 'Fitted on the first cut of CollegeMsg and of radoslaw, tested on their later cuts (bench V1)',
    verified: true,
  },
  'trust-log': {
    reference: 'Measured: Bitcoin OTC and Alpha ratings, sign of the next rating, bench V3',
    verified: true,
  },
  josang: { reference: 'Josang & Ismail 2002, The Beta Reputation System, 15th Bled eCommerce Conf.', verified: false },
  mayer: { reference: 'Mayer, Davis & Schoorman 1995, An integrative model of organizational trust', verified: false },
  navarro: { reference: 'Navarro, Miritello, Canales & Moro 2017, EPJ Data Science', verified: true },
  godfrey: { reference: 'Godfrey, Seiders & Voss 2011, J. Marketing 75(4) 94-109 (one car dealer)', verified: true },
  ellis: { reference: 'Sean Ellis test ("what if it vanished?"); a rule of thumb, not a law', verified: true },
  roberts: { reference: 'Roberts & Dunbar 2015, Human Nature 26 (direction only)', verified: true },
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof sources;
