import { IconLock } from '@tabler/icons-react';
import { lazy } from 'react';
import type { Party } from '#contract/parties.ts';
import type { Tie } from '#contract/ties.ts';
import type { BlockName } from '#engine/reading.ts';
import { BondGlyph } from '../../ui/bond-glyph.tsx';
import { factsOfFigures, factsOfReading, type GlyphFacts } from '../../ui/glyph/glyph-facts.ts';
import { Later } from '../../ui/later.tsx';
import { MeasuredNumber } from '../../ui/numbers/measured-number.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { Known } from './known.tsx';
import { Owed } from './owed.tsx';
import type { RelationPlace } from './relation-place.ts';
import { sayNext, sayRhythm } from './say-story.ts';
import classes from './story.module.css';
import { Strands } from './strands.tsx';

// Below what one came for: fetched once that stands.
const Buying = lazy(() => import('./buying.tsx').then((loaded) => ({ default: loaded.Buying })));
const KeepInTouch = lazy(() => import('./keep-in-touch.tsx').then((loaded) => ({ default: loaded.KeepInTouch })));
const Proposed = lazy(() => import('./proposed.tsx').then((loaded) => ({ default: loaded.Proposed })));
const MailWish = lazy(() => import('./mail-wish.tsx').then((loaded) => ({ default: loaded.MailWish })));
const Upcoming = lazy(() => import('./upcoming.tsx').then((loaded) => ({ default: loaded.Upcoming })));
const RelationReports = lazy(() => import('./reports.tsx').then((loaded) => ({ default: loaded.RelationReports })));
const ToDo = lazy(() => import('./to-do.tsx').then((loaded) => ({ default: loaded.ToDo })));

interface Props {
  readonly party: Party;
  readonly tie: Tie | null;
  readonly place: RelationPlace;
  readonly onPlace: (place: RelationPlace) => void;
  readonly isStrandChosen: boolean;
}

export function Story({ party, tie, place, onPlace, isStrandChosen }: Props) {
  const { words, formats } = useSpoken();
  const { relation, relations, bond } = words;
  const { figures } = party;
  const nowMs = Date.now();
  const open = (block: BlockName) => {
    const { block: shown, ...rest } = place;
    onPlace(shown === block ? rest : { ...rest, block });
  };
  const roles = party.roles.map((role) => relations.roles[role]).join(', ');
  const context = [party.jobTitle, party.context, roles].filter(Boolean).join(' · ');
  const facts = chooseFacts(party, isStrandChosen ? tie : null);
  const of = { partyId: party.id };
  const unknown = facts?.petals.find(({ knowledge }) => knowledge === 'unknown');
  return (
    <section className={classes.story} aria-label={relation.story}>
      <header>
        <h1 className={classes.name}>
          {party.name}
          {party.isPrivate && <IconLock size={18} className={classes.lock} aria-label={relations.private} />}
        </h1>
        {context && <p className="soft">{context}</p>}
      </header>
      <p className={classes.sentence} data-alarm={figures?.alarmSilencedBy ? 'none' : figures?.alarm}>
        {figures?.lastAt ? (
          <MeasuredNumber of={of} figure="rhythm">
            {sayRhythm(figures, { words, formats, nowMs })}
          </MeasuredNumber>
        ) : (
          sayRhythm(figures, { words, formats, nowMs })
        )}
      </p>
      <div className={classes.flower} data-numbers="">
        <BondGlyph facts={facts} size={220} {...(tie ? { onOpen: open, opened: place.block ?? null } : {})} />
        <dl className={classes.facts}>
          <Fact label={bond.closenessTitle}>
            {facts?.isKnown ? (
              <MeasuredNumber of={isStrandChosen && tie ? { tieId: tie.id } : of} figure="bond">
                {formats.hundred(facts.bond)}
              </MeasuredNumber>
            ) : (
              '–'
            )}{' '}
            · <StatusWord figures={figures} />
            {figures?.status === 'contact' && figures.potential > 0.1 && (
              <span className="soft small"> {relation.couldBecome}</span>
            )}
          </Fact>
          <Fact label={relations.columns.weakest}>
            {facts?.weakest ? bond.blockTitles[facts.weakest] : bond.noWeakest}
          </Fact>
          {facts?.carrier && <Fact label={bond.blockTitles.reciprocity}>{bond.carrierShort[facts.carrier]}</Fact>}
        </dl>
      </div>
      {unknown && <p className="soft small">{bond.unknownBlock[unknown.block]}</p>}
      {figures && <Outlook figures={figures} nowMs={nowMs} />}
      <section className={classes.part} aria-label={relation.nextTitle}>
        <h2>{relation.nextTitle}</h2>
        <p>{sayNext(party, words)}</p>
        <Later>
          <MailWish party={party} />
        </Later>
      </section>
      <Known party={party} />
      <Owed partyId={party.id} />
      <Later>
        <Proposed partyId={party.id} />
        <Upcoming party={party} />
        <RelationReports party={party} />
        <ToDo partyId={party.id} />
        <Buying party={party} />
        <KeepInTouch party={party} />
      </Later>
      {(party.strands.length > 1 || party.dependency) && (
        <Strands party={party} tie={tie} place={place} onPlace={onPlace} isStrandChosen={isStrandChosen} />
      )}
    </section>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const dayMs = 86_400_000;

/** When silence would begin to count, if it does not yet; or until when was read, if that was not today. */
function Outlook({ figures, nowMs }: { figures: NonNullable<Party['figures']>; nowMs: number }) {
  const { words, formats } = useSpoken();
  const { relation } = words;
  const asOf = Date.parse(figures.asOf);
  if (nowMs - asOf > dayMs) return <p className="soft small">{relation.asOf(formats.date(asOf))}</p>;
  if (figures.alarmSilencedBy !== null || figures.status === 'unknown' || figures.status === 'contact') return null;
  const quiet = figures.quietAt ? Date.parse(figures.quietAt) : null;
  const gone = figures.goneAt ? Date.parse(figures.goneAt) : null;
  if (figures.alarm === 'none' && quiet !== null && quiet > nowMs) {
    return <p className="soft small">{relation.quietFrom(formats.date(quiet))}</p>;
  }
  if (figures.alarm === 'quiet' && gone !== null && gone > nowMs) {
    return <p className="soft small">{relation.goneFrom(formats.date(gone))}</p>;
  }
  return null;
}

/** One tie in full where it is the only one or chosen; otherwise all ties together. */
function chooseFacts(party: Party, tie: Tie | null): GlyphFacts | null {
  if (tie) return factsOfReading(tie.reading, tie.context.ours);
  return party.figures && factsOfFigures(party.figures);
}
