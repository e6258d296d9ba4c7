/** Wat er opengaat achter een getal dat het model tekende. */
import type { numbers as shape } from '../en/numbers.ts';

export const numbers = {
  how: 'Hoe weten we dit?',
  events: 'Waar het uit bestaat',
  noEvents: 'Hier zitten nog geen losse gebeurtenissen achter; het getal is de beginstand.',
  what: 'wat',
  when: 'wanneer',
  weight: 'telt nu nog',
  left: (count: number) => `en nog ${count} lichtere`,
  parameters: 'Waarmee het is uitgerekend',
  sources: 'Waar dat vandaan komt',
  all: 'Alle getallen achter het model, met bereik en bron',
  gap: 'eigen tussentijd',
  knownGaps: 'bekende tussentijden',
  titles: {
    bond: 'Hechtheid',
    year: 'Een jaar hechtheid',
    trend: 'Vier weken hechtheid',
    rhythm: 'Ritme',
    ledger: 'Over en weer',
    dependency: 'Via wie het loopt',
    pressure: 'Ongevraagd contact',
    chance: 'Kans dat het verder gaat',
    trust: 'Vertrouwen',
    reciprocity: 'Wederkerigheid',
    intensity: 'Intensiteit',
    time: 'Tijd',
  },
  says: {
    bond: 'Hechtheid zijn de vier bouwstenen samen: hun meetkundig gemiddelde, dus de laagste houdt de rest tegen.',
    trend: 'Hoeveel de hechtheid in vier weken veranderde: door wat er toen gebeurde, en door wat vanzelf sleet.',
    rhythm: 'Jullie eigen ritme: de tijd tussen de dagen waarop er contact was.',
    year: 'De hechtheid van week tot week: elke week opnieuw uitgerekend uit wat er tot dan toe was gebeurd.',
    dependency:
      'Hoeveel van de band wegvalt als deze collega wegvalt: de hechtheid van allen samen, met en zonder diens banden.',
    pressure: 'Wat wij ongevraagd stuurden of belden, naast wat in drie maanden nog prettig is.',
    chance: 'Hoe vaak banden met evenveel contact in openbare logs de volgende periode doorgingen.',
    ledger: 'Wat ieder aan de ander had, bij elkaar opgeteld; wat langer geleden is telt minder.',
    trust: 'Vertrouwen is wat ervoor en ertegen pleit, afgewogen tegen een beginstand zolang er weinig is.',
    reciprocity: 'Wederkerigheid is hoeveel jullie er allebei aan hebben; de kant die minder geeft bepaalt.',
    intensity: 'Intensiteit is hoeveel contact er was, zwaarder naarmate het persoonlijker en recenter was.',
    time: 'Tijd is hoe bestendig het contact is en hoe vers, in jullie eigen ritme.',
  },
  saysWhole: ({ says, strands, through }: { says: string; strands: number; through: string }) =>
    `${says} Het loopt via ${strands} banden, die elkaar versterken; hieronder staat wat er achter de sterkste zit, die van ${through}.`,
} satisfies typeof shape;
