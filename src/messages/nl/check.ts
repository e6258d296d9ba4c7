/** Klopt het? De eigen voorspellingen naast wat er gebeurde; wat veranderde en waardoor. */
import type { check as shape } from '../en/check.ts';

export const check: typeof shape = {
  title: 'Klopt het?',
  lead: 'Elke nacht kijkt Hecht terug: wat had het toen gezegd, met alleen wat toen bekend was, en wat kwam ervan uit?',
  when: (date, ties, cuts) => `Voor het laatst gekeken op ${date}, naar ${ties} banden op ${cuts} momenten terug.`,
  sample: (ties, of) => `Er zijn ${ties} van de ${of} bekeken, elke nacht dezelfde.`,
  never: 'Er is nog niet teruggekeken. Dat gebeurt ’s nachts.',
  tooFew: (count, all, each) =>
    `Nog niet genoeg geschiedenis: ${count} voorspellingen. Vanaf ${all}, met van elke afloop minstens ${each}, valt er iets te zeggen.`,
  continuation: {
    title: 'Gaat het door?',
    lead: 'Van ieder met contact over en weer: de kans die Hecht gaf dat jullie elkaar binnen vier weken weer spreken.',
    said: (count, happened) => `${happened} van de ${count} gingen door.`,
    low: 'Er gingen er meer door dan Hecht zei: hier is het te voorzichtig.',
    high: 'Er gingen er minder door dan Hecht zei: hier is het te hoopvol.',
    right: 'Wat Hecht zegt en wat er gebeurt, ligt dicht bij elkaar.',
    ranks: (share) =>
      `Van één die doorging en één die dat niet deed, zette het de juiste vooraan in ${share} van de gevallen`,
    pairs: (count) => `(n = ${count}).`,
    better: (ours, rate) =>
      `De fout in het kwadraat is ${ours}; wie altijd het gemiddelde zegt, haalt ${rate}. Lager is beter.`,
    columns: { said: 'Hecht zei', did: 'Het gebeurde' },
    fewInBin: 'te weinig',
  },
  alarm: {
    title: 'Had het gelijk over stilte?',
    lead: 'Wie na dat moment twee keer de eigen tussentijd wegbleef.',
    rows: { none: 'Op tijd', quiet: 'Wordt stil', gone: 'Waarschijnlijk kwijt' },
    columns: { said: 'Hecht zei', did: 'Bleef stil' },
  },
  status: {
    title: 'Houdt een hechtere band het beter?',
    lead: 'Wie in het kwartaal na dat moment weer contact had.',
    columns: { said: 'Het was', did: 'Had weer contact' },
  },
  openness: {
    title: 'Wat openheid brengt',
    line: (told, toldOf, silent, silentOf) =>
      `Klachten waar we vertelden wat we deden: ${told} van ${toldOf} bleven. Stil gesloten: ${silent} van ${silentOf}.`,
    unsure: 'Te weinig om zeker te zijn.',
    sure: 'Het verschil is groter dan toeval.',
    none: 'Er zijn nog geen klachten die lang genoeg geleden zijn afgehandeld.',
    how: 'Bleven: zij, of iemand van hun bedrijf, kwamen binnen twaalf weken na de afhandeling weer naar ons.',
  },
  between: (low, high) => `tussen ${low} en ${high}`,
  ofCount: (share, happened, count) => `${share} (${happened} van ${count})`,
  earlier: 'Eerdere nachten',
  earlierLine: (date, count, share) => `${date}: juiste volgorde in ${share} (n = ${count})`,
  how: {
    title: 'Hoe weten we dit?',
    says: 'Dertien momenten, steeds vier weken uit elkaar. Op elk leest Hecht een band uit wat vóór dat moment gebeurde en niets anders, zegt wat het gezegd zou hebben, en kijkt dan wat erna kwam.',
    cuts: 'moment van waaruit is gekeken',
    ties: 'banden bekeken',
    brier: 'fout van de kans in het kwadraat (Brier)',
    rate: 'hetzelfde, als het altijd het gemiddelde had gezegd',
    gap: 'gemiddelde afstand tussen gezegd en gebeurd',
    auc: 'juiste volgorde (AUC)',
    reference:
      'Eerlijk in de tijd gesplitst; interval van Wilson, 90 %. Wensen, eigen woorden van later en wat anderen vonden blijven buiten beeld, zodat niets vooraf bekend is.',
  },
  beside: {
    said: (chance, observed, count) =>
      `Van de keren dat we ongeveer ${chance} zeiden, ging hier ${observed} door (n = ${count}).`,
    tooFew: 'Er is nog niet genoeg eigen geschiedenis om deze kans na te gaan.',
    link: 'Klopt het?',
  },
  change: {
    title: 'Wat veranderde sinds vorige maand',
    same: (bond) => `De hechtheid is waar die vier weken geleden was: ${bond}.`,
    rose: (from, to) => `In vier weken ging de hechtheid van ${from} naar ${to}.`,
    fell: (from, to) => `In vier weken liep de hechtheid terug van ${from} naar ${to}.`,
    between: (ours, theirs) => `Tussen ${ours} en ${theirs}.`,
    cause: (what, points) => `${what}: ${points}`,
    why: 'Waardoor',
    codes: {
      event: 'Contact',
      others: 'Kleinere contacten samen',
      time: 'Stilte en verstrijkende tijd',
      fault: 'Een misser van ons',
      'made-good': 'Door ons goedgemaakt',
      overdue: 'Een toezegging over tijd',
      settled: 'Een toezegging afgehandeld',
      word: 'Je eigen woord',
      together: 'Meerdere hiervan samen',
    },
    othersOf: (count) => `${count} kleinere contacten samen`,
    on: (date) => `op ${date}`,
    through: (block) => `vooral via ${block.toLowerCase()}`,
    account: 'Elk getal is wat de hechtheid zonder dat ene zou missen; uitgerekend door het weg te laten.',
    left: (count) => `en ${count} kleinere dingen.`,
    blockThen: 'vier weken geleden',
    blockNow: 'nu',
  },
};
