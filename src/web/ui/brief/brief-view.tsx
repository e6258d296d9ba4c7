import { Link } from '@tanstack/react-router';
import type { Brief } from '#contract/briefs.ts';
import { useSpoken } from '../words.tsx';
import { useAgendaWords } from '../words-of/agenda.ts';
import classes from './brief.module.css';

const dayMs = 86_400_000;

/** What one wants to know of somebody before one speaks to them: the sentence first, what is open under it. */
export function BriefView({ brief }: { brief: Brief }) {
  const { formats } = useSpoken();
  const { brief: said } = useAgendaWords();
  const { party } = brief;
  const work = brief.employer ? said.works(brief.jobTitle, brief.employer.name) : brief.jobTitle;
  return (
    <article className={classes.brief} aria-label={said.of(party.name)}>
      <header>
        <h2>
          <Link to="/relations/$partyId" params={{ partyId: party.id }} search={{}}>
            {party.name}
          </Link>
        </h2>
        {work && <p className="soft">{work}</p>}
      </header>
      <section className={classes.say}>
        <h3>{said.say}</h3>
        <p className="serif">{said.says[brief.say.reason]({ them: party.name, ...brief.say })}</p>
      </section>
      <div className={classes.parts}>
        <Open brief={brief} />
        <Since brief={brief} />
        <Likes brief={brief} />
      </div>
      <p className="onlyPrint soft small">{formats.dateTime(Date.now())}</p>
    </article>
  );
}

function Open({ brief }: { brief: Brief }) {
  const { brief: said } = useAgendaWords();
  const ago = useAgo();
  return (
    <section>
      <h3>{said.open}</h3>
      {brief.open.length === 0 && <p className="soft">{said.nothingOpen}</p>}
      {(['ours', 'theirs'] as const).map((side) => {
        const lines = brief.open.filter(({ owedBy }) => owedBy === side);
        if (lines.length === 0) return null;
        return (
          <div key={side}>
            <h4 className={classes.side}>{said[side]}</h4>
            <ul className={classes.list}>
              {lines.map(({ kind, text, at }) => (
                <li key={`${kind} ${at} ${text}`}>{said.openLine(said.kinds[kind], text, ago(at))}</li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function Since({ brief }: { brief: Brief }) {
  const { formats } = useSpoken();
  const { brief: said } = useAgendaWords();
  const { lastContact: last, figures } = brief;
  const ago = useAgo();
  return (
    <section>
      <h3>{said.changed}</h3>
      <p>{last ? said.lastTime(formats.date(last.at), last.with, last.subject) : said.never}</p>
      {brief.keptLine && (
        <p>
          {said.kept}: “{brief.keptLine.text}”
        </p>
      )}
      {figures && figures.bondThen !== null && (
        <p>{said.bond(formats.hundred(figures.bondThen), formats.hundred(figures.bond))}</p>
      )}
      {brief.notes.map(({ id, text, at, by }) => (
        <blockquote key={id} className={classes.note}>
          {text}
          <footer className="soft small">{said.note(by, ago(at))}</footer>
        </blockquote>
      ))}
      {last && brief.notes.length === 0 && !brief.keptLine && <p className="soft">{said.nothingChanged}</p>}
    </section>
  );
}

function Likes({ brief }: { brief: Brief }) {
  const { brief: said } = useAgendaWords();
  const likes = brief.preferences.flatMap(({ choice, words }) => {
    const line = [choice && said.choices[choice], words && `“${words}”`].filter(Boolean).join(': ');
    return line === '' ? [] : [line];
  });
  const lines = [
    brief.contactWish && said.wish[brief.contactWish],
    brief.formOfAddress && said.speak(said.approach[brief.formOfAddress]),
    brief.salutation && said.begins(brief.salutation),
    brief.pronouns,
    ...likes,
  ].filter((line) => typeof line === 'string');
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{said.likes}</h3>
      <ul className={classes.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function useAgo() {
  const { durations } = useSpoken().words;
  const nowMs = Date.now();
  return (at: string) => {
    const days = Math.floor((nowMs - Date.parse(at)) / dayMs);
    return days >= 0 ? durations.ago(days) : durations.ahead(-days);
  };
}
