import { Radio } from '@mantine/core';
import { notifications as toast } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { briefMail } from '#contract/briefs.ts';
import { agendaQueries } from '../../api/agenda-queries.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useAgendaWords } from '../../ui/words-of/agenda.ts';
import classes from './settings.module.css';

/** When the brief of a meeting comes by mail. */
export function BriefSettings() {
  const { mail: said } = useAgendaWords().brief;
  const { data } = useQuery(agendaQueries.settings());
  const set = useAct({
    run: (mail: (typeof briefMail.options)[number]) =>
      api.agenda.set({ ...nothing, body: { mail }, headers: newKey() }),
    touches: [['agenda', 'settings']],
    onDone: () => toast.show({ message: said.saved }),
  });
  if (!data) return null;
  return (
    <section className={classes.part} aria-labelledby="brief-mail">
      <h3 id="brief-mail">{said.title}</h3>
      <Radio.Group
        label={said.lead}
        value={data.mail}
        onChange={(value) => {
          const chosen = briefMail.options.find((option) => option === value);
          if (chosen) set.mutate(chosen);
        }}
      >
        {briefMail.options.map((option) => (
          <Radio
            key={option}
            value={option}
            label={said[option]}
            disabled={!data.canMail && option !== 'never'}
            mt="xs"
          />
        ))}
      </Radio.Group>
      {!data.canMail && <p className="soft">{said.noMail}</p>}
    </section>
  );
}
