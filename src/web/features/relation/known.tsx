import type { Party } from '#contract/parties.ts';
import { useSpoken } from '../../ui/words.tsx';
import { sayPreference } from './say-preference.ts';
import classes from './story.module.css';

/** What one wants in mind before the next word: what stayed of the last contact, and how they like it. */
export function Known({ party }: { party: Party }) {
  const { words, formats } = useSpoken();
  const { kept, preferences } = words.records;
  const { keptLine } = party;
  if (!keptLine && party.preferences.length === 0) return null;
  return (
    <>
      {keptLine && (
        <section className={classes.part} aria-label={kept.title}>
          <h2>{kept.title}</h2>
          <p className="serif">{keptLine.text}</p>
          <p className="soft small">{kept.said(formats.shortDate(keptLine.at, Date.now()))}</p>
        </section>
      )}
      {party.preferences.length > 0 && (
        <section className={classes.part} aria-label={preferences.story}>
          <h2>{preferences.story}</h2>
          {party.preferences.map((said) => (
            <p key={`${said.about} ${said.choice} ${said.words}`}>{upperFirst(sayPreference(said, words))}</p>
          ))}
        </section>
      )}
    </>
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
