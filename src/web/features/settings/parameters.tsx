import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type ParameterName, parameterTable } from '#engine/parameters.ts';
import { queries } from '../../api/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useParameterWords } from '../../ui/words-of/parameters.ts';
import { ParameterPreview } from './parameter-preview.tsx';
import { ParameterProposal } from './parameter-proposal.tsx';
import { ParameterValue } from './parameter-value.tsx';
import classes from './settings.module.css';

const groups = ['traces', 'trust', 'reciprocity', 'intensity', 'time', 'rhythm', 'pressure', 'bond'] as const;

/** Every number the model rests on: what it does, its value and range, on what ground, from where. */
export function Parameters({ isOwner }: { isOwner: boolean }) {
  const { words, formats } = useSpoken();
  const { settings } = words;
  const { parameters } = useParameterWords();
  const said = settings.parameters;
  const asked = useQuery(queries.parameters());
  const [tried, setTried] = useState<Readonly<Record<string, number>>>({});
  const isShown = asked.isSuccess;
  useEffect(() => {
    const place = window.location.hash.slice(1);
    if (isShown && place) document.getElementById(place)?.scrollIntoView();
  }, [isShown]);
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  const items = asked.data.items.map((item) => ({ ...item, group: groupOf(item.name) }));
  const tryOne = (name: string, value: number | null) => {
    const { [name]: _, ...others } = tried;
    setTried(value === null ? others : { ...others, [name]: value });
  };
  return (
    <>
      <p className="soft">{said.lead}</p>
      {asked.data.version && <p>{said.since(formats.date(asked.data.version.since), asked.data.version.by)}</p>}
      <ParameterProposal isOwner={isOwner} />
      <details>
        <summary>{said.how}</summary>
        <p className="soft">{said.howText}</p>
      </details>
      {groups.map((group) => (
        <section key={group} id={group} aria-labelledby={`group-${group}`} className={classes.part}>
          <h3 id={`group-${group}`}>{said.groups[group]}</h3>
          <div className={classes.scroll}>
            <table className={`${classes.table} ${classes.narrowing}`}>
              <thead>
                <tr>
                  <th scope="col">{said.columns.name}</th>
                  <th scope="col" className="number">
                    {said.columns.value}
                  </th>
                  <th scope="col" className="number">
                    {said.columns.range}
                  </th>
                  <th scope="col">{said.columns.ground}</th>
                </tr>
              </thead>
              <tbody>
                {items
                  .filter((item) => item.group === group)
                  .map((item) => (
                    <tr key={item.name}>
                      <td>{parameters[item.name as ParameterName] ?? item.name}</td>
                      <td className="number">
                        <ParameterValue
                          name={parameters[item.name as ParameterName] ?? item.name}
                          parameter={item}
                          unit={said.units[item.unit] ?? item.unit}
                          tried={tried[item.name]}
                          {...(isOwner && { onTry: (value) => tryOne(item.name, value) })}
                        />
                      </td>
                      <td className="number soft" data-label={said.columns.range}>
                        {formats.number(item.min, 3)} – {formats.number(item.max, 3)}
                      </td>
                      <td>
                        {said.grounds[item.ground] ?? item.ground}
                        <br />
                        <Source id={item.sourceId} reference={item.source} />
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
      {Object.keys(tried).length > 0 && <ParameterPreview changed={tried} onClear={() => setTried({})} />}
    </>
  );
}

function groupOf(name: string): string {
  return parameterTable[name as ParameterName]?.group ?? 'bond';
}

/** In the reader's words where there are any; titles stay as they were printed. */
function Source({ id, reference }: { id: string; reference: string }) {
  const { parameterSources } = useParameterWords();
  const said = parameterSources[id];
  return (
    <span className="soft small" lang={said === undefined ? 'en' : undefined}>
      {said ?? reference}
    </span>
  );
}
