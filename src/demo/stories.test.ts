/** Each story of the demo firm, as the engine reads it, on the first of each of twelve months. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FoldedRelation, firmOf, foldHistory, readRelation } from './fold-history.ts';
import { monthsAgo } from './pen.ts';
import { complainedDaysAgo } from './stories/hotels.ts';
import { writeHistory } from './write-history.ts';

const dayMs = 86_400_000;
const loadDays = Array.from({ length: 12 }, (_, month) =>
  // At all hours too: a day more or less of silence must not matter.
  Date.UTC(2026, month, 1 + month * 2, (month * 7) % 24, 59),
);

function readAt(nowMs: number, firm: string, daysAgo = 0): FoldedRelation {
  const atMs = nowMs - daysAgo * dayMs;
  return readRelation(foldHistory(writeHistory(nowMs), atMs), firm, atMs);
}

function strandWith(relation: FoldedRelation, ours: string, theirs: string) {
  const strand = relation.strands.find((one) => one.ours === ours && one.theirs === theirs);
  assert.ok(strand, `${ours} knows ${theirs}`);
  return strand.reading;
}

const [nowMs = 0] = loadDays;

test('the same instant gives the same firm, another one the same stories elsewhere in time', () => {
  assert.deepEqual(writeHistory(nowMs), writeHistory(nowMs));
  const [first, later] = [writeHistory(nowMs), writeHistory(nowMs + 3 * dayMs)];
  assert.equal(later.parties.length, first.parties.length);
});

test('no moment lies in the future, has a key twice, or answers what is not there', () => {
  for (const loadMs of loadDays) {
    const { moments } = writeHistory(loadMs);
    const atOf = new Map(moments.map((moment) => [moment.key, moment.atMs]));
    assert.equal(atOf.size, moments.length);
    for (const moment of moments) {
      assert.ok(moment.atMs < loadMs, moment.key);
      if (moment.answers !== undefined) assert.ok((atOf.get(moment.answers) ?? Infinity) < moment.atMs, moment.key);
    }
  }
});

test('140 customers, of whom Karin holds 31 alone', () => {
  const history = writeHistory(nowMs);
  const customers = history.parties.filter(
    (party) => party.role === 'customer' && (party.kind === 'organisation' || party.key === 'tess'),
  );
  assert.equal(customers.length, 140);
  const ties = foldHistory(history, nowMs);
  const alone = customers.filter((party) => {
    const people = readRelation(ties, party.key, nowMs).organisation.people;
    return people.some((person) => person.personId === 'karin' && person.dependency === 1);
  });
  assert.equal(alone.length, 31);
});

test('Ans: at -18 months everything runs through Lotte; now quiet, held back by time', () => {
  const then = readAt(nowMs, 'ans', monthsAgo(18));
  const lotte = then.organisation.people.find((person) => person.personId === 'lotte');
  assert.equal(lotte?.dependency, 1);
  const now = readAt(nowMs, 'ans');
  assert.equal(now.together.alarm, 'quiet');
  assert.ok(Math.abs(now.together.rhythm.gapDays - 15) < 1.5, `${now.together.rhythm.gapDays}`);
  assert.ok(Math.abs(now.together.rhythm.silenceDays - 43) < 1);
  const strand = strandWith(now, 'lotte', 'ans-contact');
  assert.ok(strand.time.value < Math.min(strand.trust.value, strand.reciprocity.value, strand.intensity.value));
  assert.ok(strand.bond < strandWith(then, 'lotte', 'ans-contact').bond);
});

test('Klaver began the same way, and Bram came along: unchanged', () => {
  const now = readAt(nowMs, 'klaver');
  assert.equal(now.together.alarm, 'none');
  const bram = strandWith(now, 'bram', 'klaver-contact');
  assert.equal(bram.level, 'bond');
  assert.ok(now.organisation.people.every((person) => (person.dependency ?? 0) < 0.5));
});

test('Kantoorpunt left over the price, Bar Nul did not notice', () => {
  assert.equal(readAt(nowMs, 'kantoorpunt').together.alarm, 'gone');
  const barNul = readAt(nowMs, 'bar-nul');
  assert.equal(barNul.together.alarm, 'none');
  assert.equal(strandWith(barNul, 'sanne', 'bar-nul-contact').level, 'bond');
});

test('where the price rise was not announced, trust dropped, and came back once it was explained', () => {
  const history = writeHistory(nowMs);
  assert.ok(history.moments.filter((moment) => moment.kind === 'change-without-notice').length > 40);
  const [remedy] = history.remedies;
  assert.ok(remedy);
  const { colleague, party } = remedy;
  const trustAt = (daysAgo: number) => strandWith(readAt(nowMs, firmOf(party), daysAgo), colleague, party).trust.value;
  assert.ok(trustAt(180) < trustAt(187) - 0.03, `${trustAt(180)} after ${trustAt(187)}`);
  assert.ok(trustAt(0) > trustAt(180));
});

test('Yara brought two, and only for the first was she thanked', () => {
  const { moments, relations } = writeHistory(nowMs);
  assert.equal(relations.filter((relation) => relation.type === 'introduced').length, 2);
  const [first, second] = moments.filter((moment) => moment.kind === 'referral' && moment.from.startsWith('studio'));
  assert.ok(first && second);
  const thanks = moments.filter((moment) => moment.to.includes('studio-zeven-contact') && moment.kind === 'thanks');
  assert.ok(thanks.some((moment) => moment.atMs > first.atMs && moment.atMs < second.atMs));
  assert.ok(!thanks.some((moment) => moment.atMs > second.atMs));
});

test('every other favour was thanked within a week, so that nobody else waits', () => {
  const { moments, parties } = writeHistory(nowMs);
  const own = new Set(parties.filter((party) => party.isOwn).map((party) => party.key));
  const favours = moments.filter(
    (moment) => ['help', 'referral', 'introduction', 'idea', 'review'].includes(moment.kind) && !own.has(moment.from),
  );
  const waiting = favours.filter((favour) => {
    return !moments.some(
      (moment) =>
        own.has(moment.from) &&
        moment.to.includes(favour.from) &&
        moment.atMs >= favour.atMs &&
        moment.atMs <= favour.atMs + 8 * dayMs &&
        (moment.benefits ?? []).some((benefit) => benefit.kind === 'thanks'),
    );
  });
  assert.deepEqual(
    waiting.map((favour) => [favour.from, favour.kind]),
    [['studio-zeven-contact', 'referral']],
  );
});

test('Henk asked for two hands: seen, not answered, ours to make good; he stopped sharing', () => {
  const henk = strandWith(readAt(nowMs, 'de-halm'), 'joris', 'de-halm-contact');
  assert.ok(henk.trust.value < 0.6);
  const codes = [...henk.trust.reasons, ...henk.reasons].map((reason) => reason.code);
  assert.ok(
    codes.some((code) => code.includes('overdue')),
    codes.join(),
  );
  const shares = writeHistory(nowMs).moments.filter((moment) => moment.kind === 'share');
  assert.ok(shares.length > 10 && shares.every((moment) => moment.atMs < nowMs - monthsAgo(5) * dayMs));
});

test('Marktzicht ends higher than before its complaint; De Brug is gone', () => {
  const bram = (daysAgo: number) =>
    strandWith(readAt(nowMs, 'marktzicht', daysAgo), 'bram', 'marktzicht-contact').trust.value;
  assert.ok(bram(0) > bram(complainedDaysAgo + 1) + 0.02);
  assert.equal(readAt(nowMs, 'de-brug').together.alarm, 'gone');
});

test('whenever the demo is loaded, only Ans is quiet and only the two who left are gone', () => {
  for (const loadMs of loadDays) {
    const history = writeHistory(loadMs);
    const ties = foldHistory(history, loadMs);
    const alarmed = [...new Set(ties.map((tie) => firmOf(tie.theirs)))]
      .map((firm) => `${firm} ${readRelation(ties, firm, loadMs).together.alarm}`)
      .filter((line) => !line.endsWith('none'));
    assert.deepEqual(alarmed.sort(), ['ans quiet', 'de-brug gone', 'kantoorpunt gone'], new Date(loadMs).toISOString());
  }
});

test('De Zandbank is closed all winter, without alarm', () => {
  for (const loadMs of loadDays) assert.equal(readAt(loadMs, 'zandbank').together.alarm, 'none');
  const february = readAt(Date.UTC(2026, 1, 10, 9), 'zandbank').together;
  assert.equal(february.alarmSilencedBy, 'closure');
  assert.ok(february.rhythm.silenceDays < 8);
});

test('Vos would rather not be called: silent for four gaps, and no alarm', () => {
  const { alarm, alarmSilencedBy, rhythm } = readAt(nowMs, 'vos').together;
  assert.deepEqual([alarm, alarmSilencedBy], ['none', 'wish']);
  assert.ok(rhythm.silenceDays > rhythm.quietAfterDays);
});

test('Salon Wit got too much, and nobody else did', () => {
  const history = writeHistory(nowMs);
  const ties = foldHistory(history, nowMs);
  const pressed = ties.filter((tie) => {
    return readRelation([tie], firmOf(tie.theirs), nowMs).together.pressure > 1;
  });
  assert.deepEqual(
    pressed.map((tie) => tie.theirs),
    ['salon-wit'],
  );
});

test('Tess wrote once: nothing to say yet', () => {
  const { alarm, level, bond } = readAt(nowMs, 'tess').together;
  assert.deepEqual([alarm, level, bond], ['none', 'contact', 0]);
});
