import { type ParameterName, parameterTable } from '#engine/parameters.ts';
import { sources as known, type SourceId } from '#engine/sources.ts';
import { useParameterWords } from '../words-of/parameters.ts';
import classes from './numbers.module.css';

interface Props {
  readonly parameters: readonly ParameterName[];
  readonly sources: readonly SourceId[];
  readonly references: readonly string[];
}

/** On what ground the numbers of a calculation stand, each once. */
export function SourceLines({ parameters, sources, references }: Props) {
  const { parameterSources } = useParameterWords();
  const ids = [...new Set<SourceId>([...sources, ...parameters.map((name) => parameterTable[name].source)])];
  return (
    <ul className={classes.sources}>
      {references.map((reference) => (
        <li key={reference}>{reference}</li>
      ))}
      {ids.map((id) => (
        <li key={id} lang={parameterSources[id] === undefined ? 'en' : undefined}>
          {parameterSources[id] ?? known[id].reference}
        </li>
      ))}
    </ul>
  );
}
