/** Waarom een bouwsteen staat waar hij staat: één zin per reden van de rekenkern. */
import type { ReasonCode } from '#engine/reason-codes.ts';
import type { ReasonFacts, reasons as shape } from '../en/reasons.ts';
import { durations } from './durations.ts';

type Say = (facts: ReasonFacts) => string;

const facets = ['kunde', 'welwillendheid', 'oprechtheid'];
const n = ({ numbers }: ReasonFacts, name: string) => numbers[name] ?? 0;
const times = ({ formats }: ReasonFacts, value: number) => formats.number(value, 1);

export const reasons = {
  sentences: {
    'trust-unknown': (f) =>
      f.side === 'theirs'
        ? `Nog niet bekend hoe ver ${f.them} op ons kan rekenen; het begint op ${f.formats.hundred(n(f, 'baseRate'))}.`
        : `Nog niet bekend hoe ver wij op ${f.them} kunnen rekenen; het begint op ${f.formats.hundred(n(f, 'baseRate'))}.`,
    'trust-evidence': (f) =>
      `${f.side === 'theirs' ? `${f.them} in ons` : `Wij in ${f.them}`}: ${times(f, n(f, 'good'))} voor en ${times(f, n(f, 'bad'))} tegen, ` +
      `samen ${f.formats.hundred(n(f, 'value'))}. In ${durations.span(n(f, 'halfLifeDays'))} slijt daar de helft van weg.`,
    'fault-open': (f) =>
      `Een fout van ons van ${f.formats.date(n(f, 'sinceMs'))} is nog niet goedgemaakt; zolang slijt hij niet.`,
    'fault-made-good': (f) =>
      `Een fout van ons is goedgemaakt op ${f.formats.date(n(f, 'sinceMs'))}; sindsdien slijt hij.`,
    overdue: (f) => `Sinds ${f.formats.date(n(f, 'sinceMs'))} is er iets over tijd.`,
    'facet-lowest': (f) =>
      `Het laagst is ${facets[n(f, 'facet')] ?? 'één kant ervan'}: ${f.formats.hundred(n(f, 'value'))}, uit ${n(f, 'items')} gebeurtenissen.`,
    'gives-known': (f) =>
      f.side === 'theirs'
        ? `${f.them} gaf ons iets: daar is nu nog ${times(f, n(f, 'benefit'))} van over.`
        : `Wij gaven ${f.them} iets: daar is nu nog ${times(f, n(f, 'benefit'))} van over.`,
    'gives-assumed': (f) =>
      f.side === 'theirs'
        ? `${f.them} zoekt ons op; wat wij daaraan hebben is aangenomen.`
        : `Wij zoeken ${f.them} op; wat zij daaraan hebben is aangenomen.`,
    'gives-nothing': (f) => (f.side === 'theirs' ? `Van ${f.them} kwam nog niets.` : 'Van ons kwam nog niets.'),
    'contact-level': (f) =>
      `${f.formats.percent(n(f, 'share'))} van het contact komt van ${f.side === 'theirs' ? f.them : 'ons'}.`,
    survey: (f) => `Op de vraag “stel dat het wegviel” was het antwoord ${f.formats.hundred(n(f, 'mean'))} van 100.`,
    'active-days': (f) => `Contact op ${n(f, 'days')} verschillende ${n(f, 'days') === 1 ? 'dag' : 'dagen'}.`,
    freshness: (f) =>
      `Jullie spreken elkaar meestal ${durations.every(n(f, 'gapDays'))}; nu is het ${durations.ago(n(f, 'silenceDays'))}.`,
    'gap-assumed': (f) =>
      `Er ${n(f, 'knownGaps') === 1 ? 'is 1 tussentijd' : `zijn ${n(f, 'knownGaps')} tussentijden`} bekend; het ritme van ${durations.span(n(f, 'gapDays'))} is nog deels aangenomen.`,
    pressing: (f) => `Wij kwamen ${times(f, n(f, 'pressure'))} keer zo vaak ongevraagd als prettig is; dat kost.`,
    corrected: (f) =>
      `Door een van jullie op ${f.formats.hundred(n(f, 'value'))} gezet; uitgerekend was het ${f.formats.hundred(n(f, 'computed'))}.`,
    'held-by-silence': (f) =>
      `Stilte maakt het niet beter: het blijft ${f.formats.hundred(n(f, 'bond'))}, zoals op ${f.formats.date(n(f, 'sinceMs'))}.`,
    'one-sided': (f) =>
      `Komt van één kant. Het kan nog ${f.formats.hundred(n(f, 'potential'))} worden als er iets terugkomt.`,
    quiet: (f) =>
      `Wordt stil: na ${durations.span(n(f, 'quietAfterDays'))} duurt het langer dan jullie gewend zijn; nu is het ${durations.ago(n(f, 'silenceDays'))}.`,
    gone: (f) =>
      `Waarschijnlijk kwijt: ${durations.span(n(f, 'silenceDays'))} is meer dan acht keer jullie gewone ${durations.span(n(f, 'gapDays'))}.`,
    'coverage-ended': (f) =>
      `Gelezen tot ${f.formats.date(n(f, 'coveredUntilMs'))}; over stilte daarna zegt Hecht niets.`,
    'closure-skipped': (f) => `${durations.span(n(f, 'closedDays'))} sluitingstijd telt niet als stilte.`,
    'too-few': () => 'Te weinig contact om een ritme te kennen, dus geen alarm.',
    'wish-rather-not': (f) => `${f.them} heeft liever geen contact. Zakelijk, en dat is prima.`,
  } satisfies Record<ReasonCode, Say> as Record<ReasonCode, Say>,
  unknown: 'Hier is een reden die deze versie nog niet in woorden kan vangen.',
  muted: 'Telt niet mee: door jou stilgezet.',
  mute: 'Laat dit buiten beschouwing',
  unmute: 'Laat dit weer meetellen',
} satisfies typeof shape;
