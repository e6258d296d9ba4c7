import type { LedgerLine as Line } from '#contract/parties.ts';
import { type Channel, channelTable } from '#engine/channels.ts';
import type { ParameterName } from '#engine/parameters.ts';
import { NumberAccount, OpenNumber } from '../../ui/numbers/open-number.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useGiveAndTakeWords } from '../../ui/words-of/give-and-take.ts';
import classes from './ledger.module.css';
import { useKindNames } from './use-kind-names.ts';

const halvings = {
  chat: 'halfLifeChatDays',
  mail: 'halfLifeMailDays',
  live: 'halfLifeLiveDays',
  purchase: 'halfLifePurchaseDays',
} as const satisfies Record<string, ParameterName>;

function halvingOf(channel: string): ParameterName {
  return halvings[channel in channelTable ? channelTable[channel as Channel].family : 'mail'];
}

/** One thing given: what, when, and what is left of it, opening to how that came about. */
export function LedgerLine({ line }: { line: Line }) {
  const { formats } = useSpoken();
  const said = useGiveAndTakeWords().ledger;
  const nameOf = useKindNames();
  const kind = nameOf(line.kind);
  const left = formats.number(line.remaining, 2);
  const when = formats.shortDate(line.at, Date.now());
  const reason = line.because === null ? null : said.because[line.because.step](line.because.newcomer?.name ?? null);
  const isHelp = line.kind === 'help';
  return (
    <li>
      <span className={classes.kind}>{kind}</span>
      <span className="soft small">{when}</span>
      {(reason ?? line.what) && <span className={classes.words}>{reason ?? line.what}</span>}
      <span className={`${classes.foot} soft small`}>
        <span>{said.line.between(line.between.ours, line.between.theirs)}</span>
        {isHelp && line.gotForIt !== 'unknown' && <span>{said.got[line.gotForIt]}</span>}
        <OpenNumber title={said.line.title(kind)} account={() => <LineAccount line={line} kind={kind} />}>
          {line.remaining < 0.005 ? said.line.gone : said.line.left(left)}
        </OpenNumber>
      </span>
      <span className={classes.left} aria-hidden="true">
        <span style={{ width: `${Math.min(1, line.weight / 2) * 100}%` }}>
          <span style={{ width: `${(line.remaining / Math.max(line.weight, 1e-9)) * 100}%` }} />
        </span>
      </span>
    </li>
  );
}

function LineAccount({ line, kind }: { line: Line; kind: string }) {
  const { formats } = useSpoken();
  const { ledger, kinds } = useGiveAndTakeWords();
  const [weight, left] = [formats.number(line.weight, 2), formats.number(line.remaining, 2)];
  const reason = line.because && ledger.because[line.because.step](line.because.newcomer?.name ?? null);
  const ground = kinds.grounds[line.kind];
  const sentence = ledger.line.says(weight, formats.number(line.halfLifeDays), left);
  const what = [kind, reason ?? line.what].filter(Boolean).join(': ');
  return (
    <NumberAccount
      says={[sentence, ground].filter(Boolean).join(' ')}
      events={[{ key: line.interactionId, what, when: formats.date(line.at), weight: left }]}
      parameters={[halvingOf(line.channel)]}
      figures={[{ key: 'weight', what: ledger.line.weightOf(kind), value: weight }]}
      sources={['seeds', 'design']}
    />
  );
}
