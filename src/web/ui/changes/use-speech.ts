/** What saying a change needs: words, and the names of own fields and colleagues (asked for only where shown). */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queries } from '../../api/queries.ts';
import { useSpoken } from '../words.tsx';

export function useSpeech() {
  const { words, formats } = useSpoken();
  const { data: fields } = useQuery(queries.ownFields());
  const { data: users } = useQuery(queries.users());
  return useMemo(() => {
    const ownFields = new Map(fields?.items.map(({ key, name }) => [key, name]));
    const people = new Map(users?.items.map(({ id, name }) => [id, name]));
    const choices = new Map(
      fields?.items.map(({ key, options }) => [`fields.${key}`, new Map(options.map((one) => [one.key, one.label]))]),
    );
    return { words, formats, ownFields, people, choices };
  }, [words, formats, fields, users]);
}
