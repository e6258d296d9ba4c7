/** What four of them answered when they were asked, once a year at most. */
import { type DemoAnswer, writeDemoSurveys } from '#services/demo/demo-surveys.ts';
import { demoSources } from './history.ts';
import { contactOf, monthsAgo } from './pen.ts';

type Within = Parameters<typeof writeDemoSurveys>[0];
type House = Parameters<typeof writeDemoSurveys>[1];

const dayMs = 86_400_000;
const answers: readonly (Omit<DemoAnswer, 'atMs'> & { readonly months: number })[] = [
  {
    ...{ party: contactOf('klaver'), colleague: 'bram', months: 2, way: 'link', answer: 2, reasons: ['brand'] },
    words: 'De smaak, en dat iemand meekijkt.',
  },
  {
    ...{
      party: contactOf('kantoorpunt'),
      colleague: 'sanne',
      months: 8,
      way: 'in-person',
      answer: 0,
      reasons: ['price'],
    },
    words: 'Zolang de kiloprijs klopt, blijven we.',
  },
  {
    ...{ party: contactOf('bar-nul'), colleague: 'sanne', months: 5, way: 'link', answer: 2, reasons: ['brand'] },
    words: 'Het verhaal achter de bonen.',
  },
  {
    ...{ party: contactOf('zandbank'), colleague: 'karin', months: 4, way: 'link', answer: null, reasons: [] },
    ...{ marks: { quality: 5, satisfaction: 4, value: 4, bond: 4 }, words: null },
  },
];

/** Whose answer named a reason to be with us. */
export const answeredBy = answers.filter(({ reasons }) => reasons.length > 0).map(({ party }) => party);

export async function writeSurveys(ctx: Within, house: House, { now }: { now: Date }): Promise<void> {
  const sourceNumber = house.sourceNumberOf(demoSources.mail);
  const told = answers.map(({ months, ...answer }) => ({ ...answer, atMs: now.getTime() - monthsAgo(months) * dayMs }));
  await writeDemoSurveys(ctx, house, { sourceNumber, answers: told });
}
