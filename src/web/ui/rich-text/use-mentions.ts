/** Naming a colleague while typing: "@" and part of the name, chosen with the arrows or a click. */
import { Mention } from '@tiptap/extension-mention';
import type { SuggestionProps } from '@tiptap/suggestion';
import { useMemo, useRef, useState } from 'react';

export interface Person {
  readonly id: string;
  readonly name: string;
}

type Chosen = { readonly id: string; readonly label: string };

export interface Naming {
  readonly people: readonly Person[];
  readonly at: number;
  readonly choose: (person: Person) => void;
}

const mostShown = 6;

export function useMentions(people: readonly Person[], className: string) {
  const known = useRef(people);
  known.current = people;
  const [naming, setNaming] = useState<Naming | null>(null);
  const latest = useRef(naming);
  const extension = useMemo(() => {
    const show = (next: Naming | null) => {
      latest.current = next;
      setNaming(next);
    };
    const follow = ({ items, command }: SuggestionProps<Person, Chosen>, at: number) =>
      show({ people: items, at, choose: ({ id, name }) => command({ id, label: name }) });
    return Mention.configure({
      HTMLAttributes: { class: className },
      suggestion: {
        items: ({ query }) => known.current.filter((person) => fits(person, query)).slice(0, mostShown),
        render: () => ({
          onStart: (props) => follow(props, 0),
          onUpdate: (props) => follow(props, 0),
          onExit: () => show(null),
          onKeyDown: ({ event }) => {
            const now = latest.current;
            if (!now || now.people.length === 0) return false;
            const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
            if (step !== undefined) {
              show({ ...now, at: (now.at + step + now.people.length) % now.people.length });
              return true;
            }
            const person = now.people[now.at];
            if ((event.key !== 'Enter' && event.key !== 'Tab') || !person) return false;
            now.choose(person);
            return true;
          },
        }),
      },
    });
  }, [className]);
  return { naming, extension };
}

/** The beginning of any part of the name. */
function fits({ name }: Person, query: string): boolean {
  const asked = query.toLowerCase();
  return name
    .toLowerCase()
    .split(/\s+/)
    .some((part, at, parts) => part.startsWith(asked) || (at === 0 && parts.join(' ').startsWith(asked)));
}
