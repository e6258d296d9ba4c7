import type { ParameterName } from '#engine/parameters.ts';
import type { SourceId } from '#engine/sources.ts';
import { useNumberWords } from '../words-of/numbers.ts';
import type { FigureLine } from './number-account.tsx';
import { ParameterLines } from './parameter-lines.tsx';
import { SourceLines } from './source-lines.tsx';

interface Props {
  readonly parameters?: readonly ParameterName[];
  readonly figures?: readonly FigureLine[];
  readonly sources?: readonly SourceId[];
  readonly references?: readonly string[];
}

/** The numbers that something was worked out with, and where those come from. */
export function Grounds({ parameters = [], figures = [], sources = [], references = [] }: Props) {
  const said = useNumberWords();
  return (
    <>
      <section data-part="parameters" aria-label={said.parameters}>
        <h3>{said.parameters}</h3>
        <ParameterLines names={parameters} figures={figures} />
      </section>
      <section data-part="sources" aria-label={said.sources}>
        <h3>{said.sources}</h3>
        <SourceLines parameters={parameters} sources={sources} references={references} />
      </section>
    </>
  );
}
