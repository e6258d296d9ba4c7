/** De vier bouwstenen, de hechtheid van een band, en de bloem die ze laat zien. */
import type { Alarm, AlarmSilencedBy, BlockName, Knowledge, Status } from '#engine/reading.ts';
import type { bond as shape } from '../en/bond.ts';

const names: Record<BlockName, string> = {
  trust: 'vertrouwen',
  reciprocity: 'wederkerigheid',
  intensity: 'intensiteit',
  time: 'tijd',
};

const capitals: Record<BlockName, string> = {
  trust: 'Vertrouwen',
  reciprocity: 'Wederkerigheid',
  intensity: 'Intensiteit',
  time: 'Tijd',
};

const carriers = {
  ours: 'het komt vooral van ons',
  theirs: 'het komt vooral van hen',
  both: 'het gaat over en weer',
};

export const bond = {
  block: 'bouwsteen',
  blocks: names,
  blockTitles: capitals,
  letters: { trust: 'V', reciprocity: 'W', intensity: 'I', time: 'T' } as Record<BlockName, string>,
  questions: {
    trust: 'Kun je op elkaars woord en daad rekenen?',
    reciprocity: 'Hebben jullie er allebei wat aan?',
    intensity: 'Hoeveel is er tussen jullie?',
    time: 'Wordt het bijgehouden, in jullie eigen ritme?',
  } as Record<BlockName, string>,
  closeness: 'hechtheid',
  closenessTitle: 'Hechtheid',
  noWeakest: 'Geen duidelijke zwakste schakel',
  carriers,
  carrierShort: { ours: 'vooral van ons', theirs: 'vooral van hen', both: 'over en weer' },
  ours: 'wij',
  theirs: 'zij',
  knowledge: {
    known: 'bekend',
    assumed: 'aangenomen',
    unknown: 'nog onbekend',
  } as Record<Knowledge, string>,
  unknownBlock: {
    trust: 'Nog te weinig contact om iets over vertrouwen te zeggen.',
    reciprocity: 'Nog niet bekend wat jullie er allebei aan hebben.',
    intensity: 'Nog te weinig contact om te zeggen hoeveel er tussen jullie is.',
    time: 'Nog te weinig contact om jullie ritme te kennen.',
  } as Record<BlockName, string>,
  assumedReciprocity: 'Jullie schrijven over en weer; wat jullie er allebei aan hebben is nog niet bekend.',
  statuses: {
    unknown: 'Nog niets te zeggen',
    contact: 'Contact',
    conversation: 'In gesprek',
    relationship: 'Relatie',
    bond: 'Hechte band',
  } as Record<Status, string>,
  statusMeans: {
    unknown: 'Er is nog te weinig gehoord om iets te zeggen.',
    contact: 'Tot nu toe komt het van één kant.',
    conversation: 'Jullie praten over en weer; wat het jullie oplevert is nog niet bekend.',
    relationship: 'Jullie hebben er allebei wat aan.',
    bond: 'Jullie hebben er allebei wat aan, en elke bouwsteen houdt.',
  } as Record<Status, string>,
  alarms: { none: '', quiet: 'Wordt stil', gone: 'Waarschijnlijk kwijt' } as Record<Alarm, string>,
  onTime: 'Op zijn ritme',
  silenced: {
    coverage: 'Niet gehoord sinds de laatste keer lezen',
    closure: 'In deze tijd van het jaar gesloten',
    wish: 'Heeft liever geen contact',
    'too-few': 'Te weinig contact om een ritme te kennen',
    muted: 'Door jou stilgezet',
  } as Record<NonNullable<AlarmSilencedBy>, string>,
  glyphSentence: ({ bond: closeness, blocks, weakest, carrier }) => {
    const parts = blocks.map(({ block, value, knowledge }) => {
      if (knowledge === 'unknown') return `${names[block]} nog onbekend`;
      const tail = block === weakest ? ', de zwakste' : '';
      return `${names[block]} ${value}${knowledge === 'assumed' ? ' aangenomen' : ''}${tail}`;
    });
    const carried = carrier ? `; ${carriers[carrier]}` : '';
    return `Hechtheid ${closeness} van 100: ${parts.join('; ')}${carried}.`;
  },
  nothingSentence: 'Over deze band is nog niets te zeggen.',
  openBlock: (block: BlockName, value: string, knowledge: Knowledge) =>
    knowledge === 'unknown'
      ? `${capitals[block]}: nog onbekend. Laat zien waarom`
      : `${capitals[block]} ${value} van 100. Laat zien wat erachter zit`,
  legend: {
    title: 'Zo lees je de bloem',
    short: 'Vier bladen. Het kortste houdt de rest tegen.',
    petals: 'Elk blad is een bouwsteen; hoe langer, hoe steviger.',
    ring: 'De ring in het midden is de hechtheid van het geheel.',
    notch: 'Het blad met de inkeping is de zwakste schakel. Een beetje meer helpt daar het meest.',
    halves: 'Wederkerigheid heeft twee helften: wat jullie geven en wat zij geven.',
    band: 'De bleke rand is tot waar het aannemelijk nog kan reiken. Helemaal bleek: aangenomen.',
    dotted: 'Gestippeld betekent: nog onbekend. Dat is iets anders dan weinig.',
    arrow: 'De pijl in lijsten zegt wie het draagt: van ons, van hen, of allebei.',
    dismiss: 'Begrepen',
    examples: {
      even: 'Aan alle kanten gelijk',
      oneSided: 'Komt van één kant',
      fading: 'Wordt stil',
      young: 'Nog jong',
    },
    sizes: 'Dezelfde bloem, van lijst tot pagina',
    grey: 'Zonder kleur zegt hij hetzelfde',
  },
} satisfies typeof shape;
